import type { Node } from '@babel/types';
import type { Binding, Scope } from './scopes.ts';
import type { Survey } from './surveyed.ts';
import type { Frame, Value } from './values.ts';

/** How a constant was hidden; what is merely put together from parts is named as well. */
export type Technique =
  | 'concatenation'
  | 'array-join'
  | 'char-codes'
  | 'base64'
  | 'hex'
  | 'escapes'
  | 'percent-encoding'
  | 'reversed'
  | 'replacement'
  | 'xor'
  | 'compression';

/** Those that make a text unreadable. */
export const UNREADABLE: ReadonlySet<Technique> = new Set<Technique>([
  'char-codes',
  'base64',
  'hex',
  'escapes',
  'percent-encoding',
  'reversed',
  'replacement',
  'xor',
  'compression',
]);

/** What the parts of constant folding ask of each other. */
export interface Evaluator {
  readonly survey: Survey;
  readonly fold: (node: Node, scope: Scope, frame: Frame | null) => Value;
  /** What a name holds, whoever asks. */
  readonly held: (binding: Binding) => Value;
  /** What a name or member stands for: `child_process.exec`, `fetch`; null for what only the file itself knows. */
  readonly meaning: (node: Node, scope: Scope) => string | null;
  /** Calls a function of the language or of the file; UNKNOWN for what is none. */
  readonly apply: (called: Value, given: readonly Value[]) => Value;
  /** Says that a technique gave so many characters of what is being folded. */
  readonly note: (technique: Technique, characters: number) => void;
  /** Counts a step; false where there have been too many. */
  readonly step: () => boolean;
}

/** A function of the language or its runtime that gives the same for the same. */
export type Builtin = (evaluator: Evaluator, given: readonly Value[]) => Value;
