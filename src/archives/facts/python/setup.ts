import { argument, type Arguments } from './calls.ts';
import { wholeText } from './constants.ts';
import { valueNode } from './entries.ts';
import { FIELD, KIND } from './grammar.ts';
import { lookup } from './lookup.ts';
import type { Call, Notes, Recognise } from './notes.ts';
import type { PythonFile } from './python-file.ts';
import { afterOf, bare, childIn, childrenOf, identifierOf, kindOf, sourceOf } from './tree.ts';

/**
 * Commands of setup.py that a package brings itself: `cmdclass={'install': …}` runs its class when the package is built or installed.
 *
 * value: the methods that the class overrides, `run`; the class as it is written where it is not of the file. by: `setup.py cmdclass
 * install`.
 */
export const SETUP: ReadonlyMap<string, Recognise> = new Map<string, Recognise>(
  ['setuptools.setup', 'distutils.core.setup', 'setup', 'skbuild.setup'].map((path): [string, Recognise] => [
    path,
    commands,
  ]),
);

function commands(file: PythonFile, call: Call, notes: Notes): void {
  const at = argument(call.args, Infinity, 'cmdclass') ?? spreadArgument(file, call.args);
  if (at === null) return;
  const dictionary = valueNode(file, at);
  if (kindOf(file.tree, dictionary) === KIND.dictionary)
    for (const pair of childrenOf(file.tree, dictionary)) notePair(file, pair, notes);
  else if (kindOf(file.tree, dictionary) === KIND.call) noteKeywords(file, dictionary, notes);
}

/** `setup(**options)` with `options = {'cmdclass': …}`. */
function spreadArgument(file: PythonFile, { spread }: Arguments): number | null {
  for (const each of spread) {
    const dictionary = valueNode(file, each);
    if (kindOf(file.tree, dictionary) !== KIND.dictionary) continue;
    for (const pair of childrenOf(file.tree, dictionary)) {
      const key = childIn(file.tree, pair, FIELD.key);
      if (key !== null && wholeText(file.fold(key)) === 'cmdclass') return childIn(file.tree, pair, FIELD.value);
    }
  }
  return null;
}

function notePair(file: PythonFile, pair: number, notes: Notes): void {
  const key = childIn(file.tree, pair, FIELD.key);
  const value = childIn(file.tree, pair, FIELD.value);
  const command = key === null ? null : wholeText(file.fold(key));
  if (command !== null && value !== null) noteCommand(file, { command, value }, notes);
}

/** `dict(install=PostInstall)`. */
function noteKeywords(file: PythonFile, call: number, notes: Notes): void {
  for (let node = call; node < afterOf(file.tree, call); node += 1) {
    if (kindOf(file.tree, node) !== KIND.keyword_argument) continue;
    const name = childIn(file.tree, node, FIELD.name);
    const value = childIn(file.tree, node, FIELD.value);
    if (name !== null && value !== null) noteCommand(file, { command: identifierOf(file.tree, name), value }, notes);
  }
}

function noteCommand(
  file: PythonFile,
  { command, value }: { readonly command: string; readonly value: number },
  notes: Notes,
): void {
  const written = bare(file.tree, value);
  const isName = kindOf(file.tree, written) === KIND.identifier;
  const binding = isName ? lookup(file, identifierOf(file.tree, written), written)?.binding : undefined;
  const overridden = binding?.is === 'class' ? methodsOf(file, binding.node) : sourceOf(file.tree, written);
  notes.add('auto-run', value, { value: overridden, by: `setup.py cmdclass ${command}` });
}

function methodsOf(file: PythonFile, definition: number): string {
  const body = childIn(file.tree, definition, FIELD.body);
  const names = (body === null ? [] : childrenOf(file.tree, body)).flatMap((statement) => {
    const name =
      kindOf(file.tree, statement) === KIND.function_definition ? childIn(file.tree, statement, FIELD.name) : null;
    return name === null ? [] : [identifierOf(file.tree, name)];
  });
  return names.join(', ');
}
