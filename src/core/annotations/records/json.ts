/** An object as `JSON.parse` gives it. */
export type JsonObject = Readonly<Record<string, unknown>>;

const WIDTH = 110;

/** Whether `value` is a JSON object: neither null nor an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `value` if it is an object, else one without members. */
export function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** A member of JSON-LD as the list that it means: alone it is a list of one. */
export function asList(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** `value` as JSON that diffs well: what fits into a line stays on one, the rest is a member a line. */
export function formatJson(value: unknown, indent = ''): string {
  const inline = formatInline(value, WIDTH - indent.length);
  if (inline !== null) return inline;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => inner + formatJson(item, inner)).join(',\n')}\n${indent}]`;
  }
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${inner}${JSON.stringify(key)}: ${formatJson(member, inner)}`,
  );
  return `{\n${members.join(',\n')}\n${indent}}`;
}

/** `value` on one line, or null as soon as that is longer than `room`. */
function formatInline(value: unknown, room: number): string | null {
  if (Array.isArray(value)) {
    const items = joinInline(value as unknown[], room - 2, () => '');
    return items === null ? null : `[${items}]`;
  }
  if (isJsonObject(value)) {
    const keys = Object.keys(value);
    if (keys.length === 0) return '{}';
    const members = joinInline(Object.values(value), room - 4, (index) => `${JSON.stringify(keys[index])}: `);
    return members === null ? null : `{ ${members} }`;
  }
  if (typeof value === 'string' && value.length > room) return null;
  const text = JSON.stringify(value);
  return text.length > room ? null : text;
}

function joinInline(values: readonly unknown[], room: number, lead: (index: number) => string): string | null {
  let joined = '';
  for (const [index, value] of values.entries()) {
    joined += (index > 0 ? ', ' : '') + lead(index);
    const inline = formatInline(value, room - joined.length);
    if (inline === null) return null;
    joined += inline;
  }
  return joined.length > room ? null : joined;
}
