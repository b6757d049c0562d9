import type { FactKind } from '../../../model/source.ts';
import type { Arguments } from './calls.ts';
import type { Ways } from './constants.ts';
import type { PythonFile } from './python-file.ts';

export interface Note {
  readonly value: string;
  readonly by: string;
  readonly category?: string | null;
  readonly ways?: Ways;
}

/** Code that stands in a constant and is run: looked into as a file of its own, at the place where it is run. */
export interface InnerCode {
  readonly text: string;
  readonly node: number;
  readonly ways: Ways;
}

/** Takes what is found in a file, in any order. */
export interface Notes {
  readonly add: (kind: FactKind, node: number, note: Note) => void;
  /** A constant that a fact has told: not to be told again for itself. */
  readonly told: (node: number | null) => void;
  readonly runs: (code: InnerCode) => void;
}

/** A call whose callee has a name. */
export interface Call {
  readonly node: number;
  /** See `Name.path`. */
  readonly path: string;
  readonly ways: Ways;
  readonly args: Arguments;
}

/** Looks at one call and notes what it does. */
export type Recognise = (file: PythonFile, call: Call, notes: Notes) => void;

/** What a callee is called in facts: `requests.Session.post` of `requests.Session().post`. */
export function displayed(path: string): string {
  return path.replaceAll('()', '').slice(0, MAX_CALLEE);
}

const MAX_CALLEE = 120;
