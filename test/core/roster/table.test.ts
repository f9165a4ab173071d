import assert from 'node:assert/strict';

import { emptyRoster, rowFor } from '../../../src/core/roster/addEntry.ts';
import { parseRoster } from '../../../src/core/roster/parseRoster.ts';
import type { RosterEntry } from '../../../src/core/roster/roster.ts';
import { readTable, writeRow } from '../../../src/core/roster/table.ts';

/** How cells begin that Excel reads as formulas. */
const STARTS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];

describe('a roster’s table', () => {
  it('is written so that Excel takes no cell for a formula', () => {
    for (const start of STARTS) {
      const row = writeRow(['甲', `${start}HYPERLINK("x")`], ',');
      assert.equal(row, `甲,"'${start}HYPERLINK(""x"")"`);
    }
    assert.equal(writeRow(['甲-1', '1+1=2', 'a@b'], ','), '甲-1,1+1=2,a@b');
  });

  it('is read as it was, whatever the cells begin with', () => {
    for (const delimiter of [',', ';', '\t']) {
      for (const start of [...STARTS, "'", "'=", "''=", '']) {
        const cells = ['甲', `${start}1+1`, `${start}乙`];
        const { rows } = readTable(`name${delimiter}titles${delimiter}note\n${writeRow(cells, delimiter)}\n`);
        assert.deepEqual(
          rows.map((row) => row.cells),
          // Line breaks are made LF on reading.
          [cells.map((cell) => cell.replace('\r', '\n'))],
        );
      }
    }
  });

  it('keeps the names of entries', () => {
    for (const name of ['=乙队', '+86热线', '-一线', '@平台', '＠平台', "'=丙"]) {
      const entry: RosterEntry = { name, type: 'organization', titles: ['-甲'], aliases: ['@乙'], note: '=1+1' };
      const added = emptyRoster('en') + rowFor(emptyRoster('en'), entry, 'en');
      assert.deepEqual(parseRoster(added), { entries: [entry], problems: [] });
      assert.doesNotMatch(added, /(?:^|,)"?[=+@-]/m);
    }
  });
});
