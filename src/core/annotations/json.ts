/** An object as `JSON.parse` gives it. */
export type JsonObject = Readonly<Record<string, unknown>>;

const WIDTH = 110;

/** Whether `value` is a JSON object: neither null nor an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `value` as JSON that diffs well: what fits into a line stays on one, the rest is a member a line. */
export function formatJson(value: unknown, indent = ''): string {
  const inline = formatInline(value);
  if (indent.length + inline.length <= WIDTH) return inline;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => inner + formatJson(item, inner)).join(',\n')}\n${indent}]`;
  }
  if (!isJsonObject(value)) return inline;
  const members = Object.entries(value).map(([key, member]) => `${inner}${JSON.stringify(key)}: ${formatJson(member, inner)}`);
  return `{\n${members.join(',\n')}\n${indent}}`;
}

function formatInline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formatInline).join(', ')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${formatInline(member)}`);
  return members.length > 0 ? `{ ${members.join(', ')} }` : '{}';
}
