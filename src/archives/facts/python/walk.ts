import { argumentsOf } from './calls.ts';
import { isText } from './constants.ts';
import { deferredCall } from './deferred.ts';
import { noteEnvironmentDump, handedNames } from './environment-dump.ts';
import { noteEnvironmentSubscript } from './environment.ts';
import { run } from './execution.ts';
import { PATH_METHODS, pathMethod } from './files.ts';
import { FIELD, KIND } from './grammar.ts';
import { noteImports } from './imports.ts';
import { isDocumentation } from './literals.ts';
import type { Call, Notes } from './notes.ts';
import { notePatched } from './patched.ts';
import type { PythonFile } from './python-file.ts';
import { namedValue, noteNamedRecipient, noteSentTo } from './recipients.ts';
import { RECOGNISED } from './recognised.ts';
import { unknownClientRequest, writtenOwner } from './requests.ts';
import { noteText } from './texts.ts';
import { calledTool, decoratedTool, type Tool } from './tools.ts';
import {
  afterOf,
  childIn,
  fieldOf,
  firstChildOf,
  identifierOf,
  kindOf,
  operatorBetween,
  parentOf,
  type SyntaxTree,
} from './tree.ts';

export interface Walk {
  readonly notes: Omit<Notes, 'told'>;
  readonly tool: (tool: Tool) => void;
}

/** Goes over a file once, in its order, and notes what it holds. */
export function walk(file: PythonFile, { notes: given, tool }: Walk): void {
  const { tree } = file;
  const told = new Set<number>();
  const notes: Notes = { ...given, told: (node) => void (node !== null && told.add(node)) };
  const mayTakeEnvironment = tree.text.includes('environ');
  let names: ReadonlySet<string> | null = null;
  const handed = () => (names ??= handedNames(file));
  const quiet = quietRanges();

  for (let node = 0; node < tree.size; node += 1) {
    quiet.reach(node);
    if (told.has(node)) quiet.open(afterOf(tree, node), true);
    switch (kindOf(tree, node)) {
      case KIND.import_statement:
      case KIND.import_from_statement:
        noteImports(file, node, notes);
        break;
      case KIND.identifier:
        if (mayTakeEnvironment && mayBeEnvironment(file, node) && isEnvironment(file, node))
          noteEnvironmentDump(file, node, notes, handed);
        break;
      case KIND.attribute:
        if (mayTakeEnvironment && isEnvironment(file, node)) noteEnvironmentDump(file, node, notes, handed);
        break;
      case KIND.call:
        noteCall(file, node, { notes, tool });
        if (isEnvironment(file, node)) noteEnvironmentDump(file, node, notes, handed);
        noteFolded(file, node, { notes, quiet });
        break;
      case KIND.subscript:
        noteEnvironmentSubscript(file, node, notes);
        noteFolded(file, node, { notes, quiet });
        break;
      case KIND.binary_operator:
        noteFolded(file, node, { notes, quiet });
        break;
      case KIND.string:
      case KIND.concatenated_string:
        if (quiet.isOn() || isDocumentation(tree, node)) quiet.open(afterOf(tree, node), true);
        else noteConstant(file, node, { notes, quiet });
        break;
      case KIND.assignment:
        notePatched(file, node, notes);
        noteNamed(file, node, notes);
        break;
      case KIND.augmented_assignment:
      case KIND.keyword_argument:
      case KIND.pair:
      case KIND.default_parameter:
      case KIND.typed_default_parameter:
        noteNamed(file, node, notes);
        break;
      case KIND.decorator: {
        const declared = decoratedTool(file, node);
        if (declared !== null) tool(declared);
        break;
      }
      case KIND.exec_statement: {
        const code = childIn(tree, node, FIELD.code) ?? firstChildOf(tree, node);
        if (code !== null) run(file, { node, by: 'exec', code, ways: 0 }, notes);
        break;
      }
      default:
        break;
    }
  }
}

interface CallNotes {
  readonly notes: Notes;
  readonly tool: (tool: Tool) => void;
}

function noteCall(file: PythonFile, node: number, { notes, tool }: CallNotes): void {
  const callee = childIn(file.tree, node, FIELD.function);
  if (callee === null) return;
  const name = file.nameOf(callee);
  const call: Call = { node, path: name?.path ?? '', ways: name?.ways ?? 0, args: argumentsOf(file.tree, node) };
  const isRecognised = name !== null && recognise(file, call, notes);
  const written = writtenOwner(file, callee);
  if (written === '') return;
  const deferred = isRecognised ? null : deferredCall(file, { ...call, path: written });
  if (deferred !== null) recognise(file, deferred, notes);
  if (!isRecognised && name === null) noteUnnamed(file, { ...call, path: written }, notes);
  if (!isRecognised && name !== null && deferred === null) noteForeign(file, { ...call, path: written }, notes);
  noteSentTo(file, { callee: written, args: call.args }, notes);
  const declared = calledTool(file, call, written);
  if (declared !== null) tool(declared);
}

function recognise(file: PythonFile, call: Call, notes: Notes): boolean {
  const looks = RECOGNISED.get(call.path);
  for (const look of looks ?? []) look(file, call, notes);
  return looks !== undefined;
}

/** A method of something that came from elsewhere, told by what it is called. */
function noteUnnamed(file: PythonFile, call: Call, notes: Notes): void {
  const dot = call.path.lastIndexOf('.');
  if (dot < 0) return;
  const method = call.path.slice(dot + 1);
  if (PATH_METHODS.has(method)) pathMethod(file, call, notes);
  else unknownClientRequest(file, { ...call, owner: call.path.slice(0, dot), method, notes });
}

/** A library that nobody listed: a request where it is given a URL by a method that asks. */
function noteForeign(file: PythonFile, call: Call, notes: Notes): void {
  const dot = call.path.lastIndexOf('.');
  const method = call.path.slice(dot + 1);
  if (dot > 0 && (method === 'post' || method === 'put'))
    unknownClientRequest(file, { ...call, owner: call.path.slice(0, dot), method, notes });
}

interface TextNotes {
  readonly notes: Notes;
  readonly quiet: QuietRanges;
}

/** A literal; what it is made of has nothing more to say. */
function noteConstant(file: PythonFile, node: number, { notes, quiet }: TextNotes): void {
  noteText(file, node, notes);
  quiet.open(afterOf(file.tree, node), kindOf(file.tree, node) === KIND.concatenated_string);
}

/** A constant that is put together: said once as a whole, and not again by its parts. */
function noteFolded(file: PythonFile, node: number, { notes, quiet }: TextNotes): void {
  const kind = kindOf(file.tree, node);
  if (kind === KIND.call ? givesNoText(file, node) : kind === KIND.binary_operator && isPartOfSum(file.tree, node))
    return;
  const constant = file.fold(node);
  if (!isText(constant)) {
    // What a call takes that is not known itself speaks for itself.
    if (quiet.isOn() && kindOf(file.tree, node) === KIND.call) quiet.open(afterOf(file.tree, node), false);
    return;
  }
  if (quiet.isOn()) return;
  const isPath = kindOf(file.tree, node) === KIND.call && constant.text.includes('/');
  if (constant.ways === 0 && !isPath && kindOf(file.tree, node) !== KIND.binary_operator) return;
  noteText(file, node, notes);
  quiet.open(afterOf(file.tree, node), true);
}

/** `a + b` of `a + b + c`, which the whole sum has told. */
function isPartOfSum(tree: SyntaxTree, node: number): boolean {
  const parent = parentOf(tree, node);
  if (kindOf(tree, parent) !== KIND.binary_operator || fieldOf(tree, node) !== FIELD.left) return false;
  const inner = node + 1;
  return (
    operatorBetween(tree, node, afterOf(tree, node)) === '+' &&
    operatorBetween(tree, inner, afterOf(tree, inner)) === '+'
  );
}

/** Numbers and lists are only worth the work where something asks for them. */
function givesNoText(file: PythonFile, call: number): boolean {
  const callee = childIn(file.tree, call, FIELD.function);
  return callee !== null && NO_TEXT.has(file.nameOf(callee)?.path ?? '');
}

const NO_TEXT = new Set(
  'range list tuple set dict zip enumerate reversed map filter iter len int float ord sum min max sorted print isinstance itertools.cycle'.split(
    ' ',
  ),
);

function noteNamed(file: PythonFile, node: number, notes: Notes): void {
  const named = namedValue(file, node);
  if (named !== null) noteNamedRecipient(file, named, notes);
}

function isEnvironment(file: PythonFile, node: number): boolean {
  const path = file.nameOf(node)?.path;
  return path === 'os.environ' || path === 'os.environb';
}

/** Most identifiers are names of attributes, arguments and definitions, or are assigned to. */
function mayBeEnvironment(file: PythonFile, node: number): boolean {
  const field = fieldOf(file.tree, node);
  if (field === FIELD.attribute || field === FIELD.name || field === FIELD.left) return false;
  const parent = kindOf(file.tree, parentOf(file.tree, node));
  return parent !== KIND.dotted_name && parent !== KIND.parameters && identifierOf(file.tree, node).length > 0;
}

interface QuietRanges {
  readonly reach: (node: number) => void;
  readonly open: (until: number, isQuiet: boolean) => void;
  readonly isOn: () => boolean;
}

/** Stretches of the file whose constants have been told, and stretches inside them that have not. */
function quietRanges(): QuietRanges {
  const ranges: { readonly until: number; readonly isQuiet: boolean }[] = [];
  return {
    reach: (node) => {
      while (ranges.length > 0 && node >= (ranges.at(-1)?.until ?? 0)) ranges.pop();
    },
    open: (until, isQuiet) => void ranges.push({ until, isQuiet }),
    isOn: () => ranges.at(-1)?.isQuiet ?? false,
  };
}
