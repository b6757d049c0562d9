/** Longer lines are no headers. */
const MAX_LINE_CHARACTERS = 1_000;
const HEADER = /^([ \t]*)\[\[?([^\]]{1,900})\]/;
const KEY = /^([ \t]*)("[^"]{0,200}"|'[^']{0,200}'|[A-Za-z0-9_-]{1,200})[ \t]*=/;
const PART = /\s*(?:"([^"]{0,300})"|'([^']{0,300})'|([A-Za-z0-9_-]{1,300}))\s*(?:\.|$)/y;

/** Where tables and keys of a TOML document begin, by their path joined with NUL; a line in a long text may look like one. */
export function tomlOffsets(text: string): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  let table: readonly string[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const shown = line.slice(0, MAX_LINE_CHARACTERS);
    const header = HEADER.exec(shown);
    const key = header === null ? KEY.exec(shown) : null;
    if (header !== null) {
      table = parts(header[2] ?? '');
      note(offsets, table, start + (header[1] ?? '').length);
    } else if (key !== null) {
      note(offsets, [...table, ...parts(key[2] ?? '')], start + (key[1] ?? '').length);
    }
    start += line.length + 1;
  }
  return offsets;
}

/** `mcp_servers` of `[mcp_servers.harbor]` begins where its first table does. */
function note(offsets: Map<string, number>, path: readonly string[], offset: number): void {
  for (let length = 1; length <= path.length; length += 1) {
    const key = path.slice(0, length).join('\0');
    if (!offsets.has(key)) offsets.set(key, offset);
  }
}

function parts(dotted: string): readonly string[] {
  const found: string[] = [];
  PART.lastIndex = 0;
  for (let match = PART.exec(dotted); match !== null && found.length < 20; match = PART.exec(dotted)) {
    found.push(match[1] ?? match[2] ?? match[3] ?? '');
    if (PART.lastIndex >= dotted.length) break;
  }
  return found;
}
