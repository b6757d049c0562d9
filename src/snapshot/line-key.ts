const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * The string that a line of JSON starts with, without parsing the line: `a:b` of `{"id":"a:b",…` for the field `id`.
 *
 * Null where the line does not start with that field.
 */
export function lineKey(line: Buffer, field: 'id' | 'purl' | 'key'): string | null {
  const start = STARTS[field];
  for (let index = 0; index < start.length; index += 1) if (line[index] !== start[index]) return null;
  const end = line.indexOf(QUOTE, start.length);
  if (end === -1) return null;
  const text = line.toString('utf8', start.length, end);
  return text.includes('\\') ? escaped(line, start.length) : text;
}

const STARTS = { id: Buffer.from('{"id":"'), purl: Buffer.from('{"purl":"'), key: Buffer.from('{"key":"') };

/** Names with quotes, backslashes or control characters in them. */
function escaped(line: Buffer, start: number): string | null {
  let end = start;
  while (end < line.length && line[end] !== QUOTE) end += line[end] === BACKSLASH ? 2 : 1;
  try {
    const text: unknown = JSON.parse(line.toString('utf8', start - 1, end + 1));
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}
