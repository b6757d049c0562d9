import type { Constant, Ways } from './constants.ts';
import type { Parameter, Scopes } from './scopes.ts';
import type { SyntaxTree } from './tree.ts';

/** What an expression is called, whatever it is called there: `subprocess.run` of `s.run` after `import subprocess as s`. */
export interface Name {
  /** With `()` after each part that is the result of a call: `requests.Session().post`. */
  readonly path: string;
  readonly ways: Ways;
}

/** What names stand for while a function of the file is looked into with its arguments. */
export type Given = ReadonlyMap<string, Constant>;

/** One parsed file and what can be asked about its expressions. Nothing is run. */
export interface PythonFile {
  readonly tree: SyntaxTree;
  readonly scopes: Scopes;
  /** null where it is no name, or one of the file's own. */
  readonly nameOf: (node: number) => Name | null;
  /** null where nothing of the value is known. */
  readonly fold: (node: number, given?: Given | null) => Constant | null;
  /** What the file's only call of a function gives for a parameter; null where there are several calls, or none. */
  readonly onlyArgument: (parameter: Parameter) => number | null;
  /** Whether so many more characters may be made out of the file's constants. */
  readonly affords: (characters: number) => boolean;
  /** Whether something was not looked into because there was too much of it. */
  readonly isExhausted: () => boolean;
}
