import type { Node } from '@babel/types';
import { commandCategory } from '../commands.ts';
import { alternatives, type Context, type Where } from './context.ts';
import type { Folded } from './evaluate.ts';
import type { AnyCall, Site } from './surveyed.ts';
import { isEntries, isList, partlyKnown, type Value } from './values.ts';

/** line: a command line. program: a program and a list of arguments. list: both in one list. template: tagged with it. */
type Form = 'line' | 'program' | 'list' | 'template';

const SHELLED = ['execaCommand', 'execaCommandSync', 'command', 'commandSync'];
/** Callees that start a process, by what they mean. */
const STARTS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ...['exec', 'execSync'].map((name): [string, Form] => [`child_process.${name}`, 'line']),
  ...['spawn', 'spawnSync', 'execFile', 'execFileSync', 'fork'].map((name): [string, Form] => [
    `child_process.${name}`,
    'program',
  ]),
  ...['execa', 'execaSync', 'execaNode', 'node', 'sync'].map((name): [string, Form] => [`execa.${name}`, 'program']),
  ...SHELLED.map((name): [string, Form] => [`execa.${name}`, 'line']),
  ['execa', 'program'],
  ['execa.$', 'template'],
  ['execa.$.sync', 'template'],
  ['cross-spawn', 'program'],
  ['cross-spawn.spawn', 'program'],
  ['cross-spawn.sync', 'program'],
  ['cross-spawn.spawnSync', 'program'],
  ['child-process-promise.exec', 'line'],
  ['child-process-promise.spawn', 'program'],
  ['shelljs.exec', 'line'],
  ['shelljs.cmd', 'program'],
  ['node-pty.spawn', 'program'],
  ['nano-spawn', 'program'],
  ['tinyexec.exec', 'program'],
  ['tinyexec.x', 'program'],
  ['@actions/exec.exec', 'program'],
  ['sudo-prompt.exec', 'line'],
  ['zx.$', 'template'],
  ['zx.$.sync', 'template'],
  ['zx/globals.$', 'template'],
  ['$', 'template'],
  ['Bun.$', 'template'],
  ['bun.$', 'template'],
  ['Bun.spawn', 'list'],
  ['Bun.spawnSync', 'list'],
  ['bun.spawn', 'list'],
  ['Deno.Command', 'program'],
  ['Deno.run', 'list'],
  ['process.binding().spawn', 'program'],
]);

/** Tells of a call that starts a process; false where it is none. One fact for each command that it may be. */
export function processFacts(context: Context, site: Site<AnyCall>, meaning: string): boolean {
  const form = STARTS.get(meaning);
  if (form === undefined || form === 'template') return false;
  const [first, second] = site.node.arguments;
  const found = new Map<string, Folded>();
  for (const at of first === undefined ? [] : alternatives({ node: first, scope: site.scope })) {
    const folded = context.reader.read(at.node, at.scope);
    const line = commandLine(
      context,
      folded.value,
      form === 'program' && second !== undefined ? { node: second, scope: site.scope } : null,
    );
    if (line !== null) found.set(line, folded);
  }
  tellStarts(context, site, meaning, found);
  return true;
}

/** The same for a template with a tag that runs it: zx and its like. */
export function templateProcessFacts(context: Context, site: Site, tag: Node, quasi: Node): boolean {
  const meaning = context.reader.meaning(tag, site.scope) ?? '';
  if (STARTS.get(meaning) !== 'template') return false;
  const folded = context.reader.read(quasi, site.scope);
  const line = partlyKnown(folded.value);
  tellStarts(context, site, meaning, new Map(line === null ? [] : [[line, folded]]));
  return true;
}

function tellStarts(context: Context, site: Site, by: string, found: ReadonlyMap<string, Folded>): void {
  for (const [value, from] of found)
    context.tell({ kind: 'process', value, by, category: commandCategory(value), from }, site);
  if (found.size === 0) context.tell({ kind: 'process', value: '', by }, site);
}

/** A program and its arguments on one line, `*` for each part that is not known; null where nothing is. */
function commandLine(context: Context, program: Value, given: Where | null): string | null {
  if (isList(program)) return joined(program.items);
  if (isEntries(program)) {
    const list = program.members.get('cmd') ?? program.members.get('args');
    return list !== undefined && isList(list) ? joined(list.items) : partlyKnown(list);
  }
  if (given === null) return partlyKnown(program);
  const list = context.reader.read(given.node, given.scope).value;
  const options = isEntries(list) ? list.members.get('args') : list;
  const rest = options !== undefined && isList(options) ? options.items : isEntries(list) ? [] : [undefined];
  return joined([program, ...rest]);
}

function joined(parts: readonly Value[]): string | null {
  const words = parts.map((part) => partlyKnown(part) ?? '*');
  const lastKnown = words.findLastIndex((word) => word !== '*');
  return lastKnown === -1 ? null : words.slice(0, lastKnown + 2).join(' ');
}
