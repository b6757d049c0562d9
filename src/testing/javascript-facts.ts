import { describeJavascript } from '../archives/facts/javascript/describe.ts';
import type { Fact, FactKind, ToolFact } from '../model/source.ts';

/** Facts of the kinds that are named, or all, in the order of the file. */
export function javascriptFacts(code: string, ...kinds: readonly FactKind[]): readonly Fact[] {
  return describeJavascript(code, 'tidewater/harbor.ts').facts.filter(
    ({ kind }) => kinds.length === 0 || kinds.includes(kind),
  );
}

/** `by | value`, or `by | value | category`. */
export function saidByJavascript(code: string, ...kinds: readonly FactKind[]): readonly string[] {
  return javascriptFacts(code, ...kinds).map(({ by, value, category }) =>
    [by, value, ...(category === undefined ? [] : [category])].join(' | '),
  );
}

export function javascriptTools(code: string): readonly ToolFact[] {
  return describeJavascript(code, 'tidewater/harbor.ts').tools;
}
