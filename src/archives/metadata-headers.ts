import { bounded } from '../packages/cut.ts';

/** Core metadata of a Python distribution: fields, and the description wherever it stands. */
export interface MetadataHeaders {
  /** Of a field by its name in lower case; null where it is missing or empty. */
  readonly first: (field: string) => string | null;
  readonly all: (field: string) => readonly string[];
  readonly description: string;
}

const FIELD = /^([A-Za-z][A-Za-z-]{0,60}):[ \t]*(.*)$/s;
const MAX_FIELDS = 10_000;

/** Fields of the form of mail headers up to an empty line, then the description; older metadata has it in a field. */
export function headersIn(content: Buffer): MetadataHeaders {
  const text = content.toString('utf8').replaceAll('\r\n', '\n');
  const end = text.indexOf('\n\n');
  const fields = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of (end === -1 ? text : text.slice(0, end)).split('\n', MAX_FIELDS)) {
    const [, name, value = ''] = FIELD.exec(line) ?? [];
    if (name === undefined) {
      // A line that goes on begins with a blank.
      if (/^[ \t]/.test(line) && current.length > 0) current[current.length - 1] += `\n${line.trim()}`;
      continue;
    }
    const field = name.toLowerCase();
    current = fields.get(field) ?? [];
    current.push(value);
    fields.set(field, current);
  }
  const all = (field: string): readonly string[] => (fields.get(field) ?? []).map(cut);
  return {
    all,
    first: (field) => all(field).find((value) => value !== '') ?? null,
    description: `${(fields.get('description') ?? []).join('\n')}\n${end === -1 ? '' : text.slice(end)}`,
  };
}

function cut(value: string): string {
  const kept = bounded(value);
  return typeof kept === 'string' ? kept : '';
}
