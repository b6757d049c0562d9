import { argument } from './calls.ts';
import { isText, type Ways } from './constants.ts';
import { FIELD, KIND } from './grammar.ts';
import type { Call, Notes, Recognise } from './notes.ts';
import type { PythonFile } from './python-file.ts';
import { childIn, fieldOf, kindOf, parentOf } from './tree.ts';
import { valuesOf } from './values.ts';

const READING = [
  'os.environ.get',
  'os.environ.pop',
  'os.environ.setdefault',
  'os.environb.get',
  'os.environ.__getitem__',
  'os.getenv',
  'os.getenvb',
  'dotenv.get_key',
  'decouple.config',
];

/** Calls that read one variable of the environment. by: how it is asked, `os.environ` or `os.getenv`. */
export const ENVIRONMENT: ReadonlyMap<string, Recognise> = new Map<string, Recognise>(
  READING.map((path): [string, Recognise] => [path, (file, call, notes) => read(file, call, notes)]),
);

function read(file: PythonFile, call: Call, notes: Notes): void {
  const name = argument(call.args, call.path === 'dotenv.get_key' ? 1 : 0, 'key');
  if (name !== null)
    noteName(
      file,
      { node: call.node, name, by: call.path.startsWith('os.environ') ? 'os.environ' : call.path, ways: call.ways },
      notes,
    );
}

/** `os.environ['NAME']` where it is read: not on the left of an assignment, not deleted. */
export function noteEnvironmentSubscript(file: PythonFile, node: number, notes: Notes): void {
  const object = childIn(file.tree, node, FIELD.value);
  const name = childIn(file.tree, node, FIELD.subscript);
  if (object === null || name === null || isWritten(file, node)) return;
  const owner = file.nameOf(object);
  if (owner?.path === 'os.environ' || owner?.path === 'os.environb') {
    noteName(file, { node, name, by: 'os.environ', ways: owner.ways }, notes);
  }
}

/** Each name that it may be; nothing where it is put together of what is not known. */
function noteName(
  file: PythonFile,
  { node, name, by, ways }: { readonly node: number; readonly name: number; readonly by: string; readonly ways: Ways },
  notes: Notes,
): void {
  notes.told(name);
  for (const constant of valuesOf(file, name)) {
    if (isText(constant) && constant.whole && constant.text !== '') {
      notes.add('environment', node, { value: constant.text, by, ways: ways | constant.ways });
    }
  }
}

function isWritten(file: PythonFile, node: number): boolean {
  const parent = kindOf(file.tree, parentOf(file.tree, node));
  const isTarget = parent === KIND.assignment && fieldOf(file.tree, node) === FIELD.left;
  return isTarget || parent === KIND.delete_statement;
}
