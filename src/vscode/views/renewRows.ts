/** How the rows of one view are renewed. */
export interface Renewal<Row> {
  /** Takes over what the fresh row says, and tells whether the old one must be drawn anew for it. */
  renew(row: Row, fresh: Row): boolean;
  /** The rows below that were made so far; undefined where nobody has asked for them, and where there are none. */
  below(row: Row): Row[] | undefined;
  /** The rows that belong below a row that was renewed. */
  freshBelow(row: Row, fresh: Row): readonly Row[];
}

/**
 * Renews rows in place, by their ids, so that those which stay are the same to the editor: open, selected and
 * focused as they were. Gives the rows to draw anew, each with all below it; undefined where rows of this very list
 * came, went or changed places, so that whoever holds the list must be drawn anew.
 */
export function renewRows<Row extends { readonly id: string }>(
  rows: Row[],
  fresh: readonly Row[],
  renewal: Renewal<Row>,
): Row[] | undefined {
  const known = new Map(rows.map((row) => [row.id, row]));
  const changed: Row[] = [];
  const now = fresh.map((one) => {
    const row = known.get(one.id);
    if (!row) return one;
    const looksDifferent = renewal.renew(row, one);
    const below = renewal.below(row);
    const changedBelow = below ? renewRows(below, renewal.freshBelow(row, one), renewal) : [];
    if (looksDifferent || !changedBelow) changed.push(row);
    else changed.push(...changedBelow);
    return row;
  });
  const isSame = rows.length === now.length && rows.every((row, index) => row === now[index]);
  if (isSame) return changed;
  rows.splice(0, rows.length, ...now);
  return undefined;
}
