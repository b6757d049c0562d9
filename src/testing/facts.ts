import { hash } from 'node:crypto';
import type { Json } from '../model/place.ts';
import type { Fact, FactKind, FileFacts, Irregularity, ToolFact } from '../model/source.ts';

/**
 * Files of archives and what stands in them, for tests: `runs('index.js', request('https://api.tidewater.example'), reads('TOKEN'))`.
 *
 * Every destination is reserved (`.example`, `.invalid`, `.test`) or a service that is known by its name.
 */
export function runs(path: string, ...facts: readonly Fact[]): FileFacts {
  return file(path, {}, ...facts);
}

/** A file that an install hook runs. */
export function installs(path: string, ...facts: readonly Fact[]): FileFacts {
  return file(path, { entry: 'install' }, ...facts);
}

/** A file that nothing loads. */
export function rests(
  role: 'test' | 'example' | 'docs' | 'types' | 'data',
  path: string,
  ...facts: readonly Fact[]
): FileFacts {
  return file(path, { role }, ...facts);
}

/** A file that runs and that no reader could take in. */
export function unreadable(path: string, bytes = 90_000_000): FileFacts {
  return file(path, { bytes, reading: { how: 'not-read', reason: 'it is larger than is read' }, measures: null });
}

/** Facts come one a line, in order, where they do not say where they stand. */
export function file(path: string, fields: Partial<FileFacts>, ...facts: readonly Fact[]): FileFacts {
  const placed = facts.map((each, index) => (each.line === 0 ? Object.assign({}, each, { line: index + 1 }) : each));
  const described = { path, facts: placed, tools: fields.tools ?? [], bytes: fields.bytes ?? 2_000 };
  return {
    sha256: hash('sha256', JSON.stringify(described)),
    role: 'runs',
    entry: null,
    language: path.endsWith('.py') ? 'python' : 'javascript',
    reading: { how: 'parsed' },
    measures: { lines: Math.max(40, placed.length), longestLine: 90 },
    ...described,
    ...fields,
  };
}

export function fact(kind: FactKind, value: string, by: string, fields: Partial<Fact> = {}): Fact {
  return { kind, value, by, line: 0, column: 1, snippet: `${by} ${value}`, scope: 1, ...fields };
}

export function request(value: string, fields: Partial<Fact> = {}): Fact {
  return fact('request', value, 'fetch', fields);
}

export function address(value: string, fields: Partial<Fact> = {}): Fact {
  return fact('address', value, 'literal', fields);
}

export function reads(name: string, fields: Partial<Fact> = {}): Fact {
  return fact('environment', name, 'process.env', fields);
}

export function starts(command: string, category?: string, fields: Partial<Fact> = {}): Fact {
  return fact('process', command, 'child_process.exec', { ...(category === undefined ? {} : { category }), ...fields });
}

export function tool(name: string, description: string, fields: Partial<ToolFact> = {}): ToolFact {
  return { name, description, inputSchema: null, annotations: null, line: 1, column: 1, scope: null, ...fields };
}

export function irregular(kind: Irregularity['kind'], path: string): Irregularity {
  return { kind, path, detail: 'An entry is odd.' };
}

/** The schema of one text property, as a tool declares it. */
export function textProperty(name: string, description: string): Json {
  return { type: 'object', properties: { [name]: { type: 'string', description } } };
}
