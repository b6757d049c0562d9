import { noteCall } from './call-notes.ts';
import { noteFolded, noteLiteral, quietRanges } from './constant-notes.ts';
import { noteEnvironmentDump } from './environment-dump.ts';
import { handedNames } from './environment-handed.ts';
import { noteEnvironmentSubscript } from './environment.ts';
import { run } from './execution.ts';
import { FIELD, KIND } from './grammar.ts';
import { noteImports } from './imports.ts';
import { isDocumentation } from './literals.ts';
import type { Notes } from './notes.ts';
import { notePatched } from './patched.ts';
import type { PythonFile } from './python-file.ts';
import { namedValue, noteNamedRecipient } from './recipients.ts';
import { decoratedTool, type Tool } from './tools.ts';
import { afterOf, childIn, fieldOf, firstChildOf, identifierOf, kindOf, parentOf } from './tree.ts';

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
        else noteLiteral(file, node, { notes, quiet });
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
