/** A section of an INI file or a TOML table, with the values that stand on one line. */
export interface Section {
  readonly name: string;
  readonly values: ReadonlyMap<string, string>;
}

const MAX_LINES = 20_000;
const MAX_LINE_CHARACTERS = 2_000;
const HEADING = /^\[([^[\]]{1,200})\]\s{0,20}(?:#.*)?$/;
const QUOTED = /^(?:"([^"]*)"|'([^']*)')/;

/**
 * entry_points.txt (INI) and, of pyproject.toml (TOML), headings and lines `key = value`, quotes taken off.
 *
 * Values over several lines and inline tables stay as their first line; lists stay as they are written.
 */
export function sectionsIn(content: Buffer): readonly Section[] {
  const sections: { readonly name: string; readonly values: Map<string, string> }[] = [];
  for (const written of content.toString('utf8').split('\n', MAX_LINES)) {
    const line = written.slice(0, MAX_LINE_CHARACTERS).trim();
    const heading = HEADING.exec(line)?.[1];
    if (heading !== undefined) sections.push({ name: heading.trim(), values: new Map() });
    const equals = heading === undefined && !line.startsWith('#') ? line.indexOf('=') : -1;
    if (equals > 0)
      sections.at(-1)?.values.set(unquoted(line.slice(0, equals).trim()), unquoted(line.slice(equals + 1).trim()));
  }
  return sections;
}

function unquoted(text: string): string {
  const quoted = QUOTED.exec(text);
  return quoted === null ? text : (quoted[1] ?? quoted[2] ?? '');
}
