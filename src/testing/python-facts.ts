import { loadPython } from '../archives/facts/python/describe.ts';
import type { Fact, FactKind, FileDescription } from '../model/source.ts';

const describe = await loadPython();

export function describedPython(code: string): FileDescription {
  return describe(code, 'tidewater/harbor.py');
}

/** Facts of the kinds that are named, or all, in the order of the file. */
export function pythonFacts(code: string, ...kinds: readonly FactKind[]): readonly Fact[] {
  return describedPython(code).facts.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
}

/** `by | value`, or `by | value | category`. */
export function saidByPython(code: string, ...kinds: readonly FactKind[]): readonly string[] {
  return pythonFacts(code, ...kinds).map(({ by, value, category }) =>
    [by, value, ...(category === undefined ? [] : [category])].join(' | '),
  );
}
