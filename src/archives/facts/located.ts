import type { Fact, FactKind } from '../../model/source.ts';
import { cut } from './bounds.ts';
import { lineIndex, snippetAt } from './snippet.ts';

/** A fact before its place is told in lines. */
export interface Found {
  readonly kind: FactKind;
  readonly by: string;
  readonly value: string;
  /** In UTF-16 code units from the start of the text. */
  readonly offset: number;
  readonly category?: string;
  readonly folded?: readonly string[];
}

/** Gives found things their place in a text; scope 0 where nothing else is said. */
export function locator(text: string): (found: Found, scope?: number) => Fact {
  const placeOf = lineIndex(text);
  return ({ offset, ...found }, scope = 0) => ({
    ...found,
    value: cut(found.value),
    ...placeOf(offset),
    snippet: snippetAt(text, offset),
    scope,
  });
}
