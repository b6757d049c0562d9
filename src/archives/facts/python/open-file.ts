import type { Constant } from './constants.ts';
import { onlyArguments } from './call-sites.ts';
import { fold } from './fold.ts';
import { nameOf } from './names.ts';
import type { Name, PythonFile } from './python-file.ts';
import { scopesOf } from './scopes.ts';
import type { SyntaxTree } from './tree.ts';

/** Looks inside each other: a name in a call in a name. Real code needs some ten. */
const MAX_DEPTH = 80;
/** Looks at the bodies of loops and functions, again for each argument: decoding a letter takes some six. */
const STEPS_PER_CHARACTER = 10;
const MIN_STEPS = 50_000;
/** Characters and members made from a file's constants: what is unpacked layer by layer is not much longer than what it stands in. */
const MADE_PER_CHARACTER = 30;
const MIN_MADE = 1_000_000;
/** Putting together what is so short costs nothing that counts, and is not what a file could use up its room with. */
const FREE_CHARACTERS = 2_000;

/** A parsed file with memory: what was asked about an expression is answered once. */
export function openFile(tree: SyntaxTree): PythonFile {
  const names = new Map<number, Name | null>();
  const constants = new Map<number, Constant | null>();
  const most = {
    steps: MIN_STEPS + STEPS_PER_CHARACTER * tree.text.length,
    made: MIN_MADE + MADE_PER_CHARACTER * tree.text.length,
  };
  let depth = 0;
  let steps = 0;
  let made = 0;
  const within = <T>(look: () => T | null): T | null => {
    if (depth >= MAX_DEPTH) return null;
    depth += 1;
    try {
      return look();
    } finally {
      depth -= 1;
    }
  };
  /** What a loop or a function makes of one argument after the other is remembered by nobody, and so is counted. */
  function repeated<T>(look: () => T | null): T | null {
    steps += 1;
    return steps > most.steps ? null : within(look);
  }
  function remembered<T>(answers: Map<number, T | null>, node: number, look: () => T | null): T | null {
    const known = answers.get(node);
    if (known !== undefined) return known;
    // What asks about itself has no answer.
    answers.set(node, null);
    const isTooDeep = depth >= MAX_DEPTH;
    const answer = within(look);
    if (answer !== null) answers.set(node, answer);
    // What was too deep from one side may be near enough from another.
    else if (isTooDeep) answers.delete(node);
    return answer;
  }
  const file: PythonFile = {
    tree,
    scopes: scopesOf(tree),
    nameOf: (node) => remembered(names, node, () => nameOf(file, node)),
    fold: (node, given = null) =>
      given === null
        ? remembered(constants, node, () => fold(file, node, null))
        : repeated(() => fold(file, node, given)),
    onlyArgument: onlyArguments(() => file),
    affords: (characters) => {
      made += Math.max(0, characters - FREE_CHARACTERS);
      return made <= most.made;
    },
    isExhausted: () => steps > most.steps || made > most.made,
  };
  return file;
}
