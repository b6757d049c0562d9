import type { ImportExpression } from '@babel/types';
import type { Context, Where } from './context.ts';
import type { Origin } from './decoder-callees.ts';
import type { Technique } from './evaluator.ts';
import type { Folded } from './evaluate.ts';
import { originOf } from './origins.ts';
import { memberKey } from './patterns.ts';
import type { AnyCall, Site } from './surveyed.ts';
import { exactText, isEntries, partlyKnown } from './values.ts';

/** Callees that run a text, to the argument that is run; `-1` is the last. */
const EXECUTIONS: ReadonlyMap<string, number> = new Map([
  ['eval', 0],
  ['Function', -1],
  ['AsyncFunction', -1],
  ['GeneratorFunction', -1],
  ['execScript', 0],
  ['module._compile', 0],
  ['module()._compile', 0],
  ['module.prototype._compile', 0],
  ['vm.runInThisContext', 0],
  ['vm.runInNewContext', 0],
  ['vm.runInContext', 0],
  ['vm.compileFunction', 0],
  ['vm.Script', 0],
  ['vm.SourceTextModule', 0],
  ['vm2.VM().run', 0],
  ['vm2.NodeVM().run', 0],
  ['isolated-vm.Isolate().compileScript', 0],
  ['require-from-string', 0],
  ['eval.default', 0],
]);
/** Timers run a text where they are given one. */
const TIMERS = new Set(['setTimeout', 'setInterval', 'setImmediate']);
const BYTES = new Set(['WebAssembly.instantiate', 'WebAssembly.compile', 'WebAssembly.Module']);
/** How a constant was hidden, as where it comes from; the first is told. */
const DECODING: readonly (Technique & Origin)[] = [
  'base64',
  'hex',
  'compression',
  'char-codes',
  'xor',
  'percent-encoding',
  'reversed',
];

/** Tells of a call that runs a text or bytes as a program; false where it does not. */
export function executionFacts(context: Context, site: Site<AnyCall>, meaning: string): boolean {
  const given = site.node.arguments;
  const index = EXECUTIONS.get(meaning);
  if (index !== undefined) {
    const code = index < 0 ? given.at(-1) : given[index];
    if (code !== undefined) tellExecution(context, site, meaning, { node: code, scope: site.scope });
    return true;
  }
  const [first, options] = given;
  if (first === undefined) return false;
  const at = { node: first, scope: site.scope };
  if (TIMERS.has(meaning)) {
    const isText = partlyKnown(context.reader.read(first, site.scope).value) !== null;
    if (isText) tellExecution(context, site, meaning, at);
    return true;
  }
  if (meaning === 'worker_threads.Worker' && options !== undefined) {
    const { value } = context.reader.read(options, site.scope);
    if (!isEntries(value) || value.members.get('eval') !== true) return false;
    tellExecution(context, site, 'Worker', at);
    return true;
  }
  if (!BYTES.has(meaning)) return false;
  const origin = originOf(context, at);
  if (origin !== null && origin !== 'response')
    context.tell({ kind: 'execution', value: '', by: `${meaning} of ${origin}` }, site);
  return true;
}

/** Modules that Node compiles from a text: `new Module()._compile(code, '')`, whatever the module is called. */
export function compileFacts(context: Context, site: Site<AnyCall>): boolean {
  const { callee, arguments: given } = site.node;
  const [code] = given;
  if (callee.type !== 'MemberExpression' || memberKey(callee) !== '_compile' || code === undefined) return false;
  tellExecution(context, site, 'module._compile', { node: code, scope: site.scope });
  return true;
}

/** Tells that an expression is run; what a constant program does itself is told with it. */
export function tellExecution(context: Context, site: Site, by: string, code: Where): void {
  const from = context.reader.read(code.node, code.scope);
  const value = partlyKnown(from.value) ?? '';
  context.tell({ kind: 'execution', value, by, from }, site);
  const origin = decodedBy(from) ?? (exactText(from.value) === null ? originOf(context, code) : null);
  if (origin !== null) context.tell({ kind: 'decoded-execution', value, by: `${by} of ${origin}`, from }, site);
  const exact = exactText(from.value);
  if (exact !== null) context.readInner(exact, site, from);
}

/** The same for `import('data:text/javascript,…')`, in plain text or base64. */
export function dataImportFacts(context: Context, site: Site<ImportExpression>, url: string): void {
  const comma = url.indexOf(',');
  const [head, body] = [url.slice(0, comma), url.slice(comma + 1)];
  const isEncoded = head.endsWith(';base64');
  const value = isEncoded ? Buffer.from(body, 'base64').toString() : percentPlain(body);
  const from = { techniques: new Map(isEncoded ? [['base64', value.length] as const] : []) };
  context.tell({ kind: 'execution', value, by: 'import of data', from }, site);
  if (isEncoded) context.tell({ kind: 'decoded-execution', value, by: 'import of base64', from }, site);
  context.consume(site.node.source);
  context.readInner(value, site, from);
}

function percentPlain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The same for a process whose command was decoded; parts of it that were do not count. */
export function decodedCommandFacts(context: Context, site: Site<AnyCall>, by: string): void {
  for (const node of site.node.arguments.slice(0, 2)) {
    if (
      node.type === 'ObjectExpression' ||
      node.type === 'ArrowFunctionExpression' ||
      node.type === 'FunctionExpression'
    )
      continue;
    const from = context.reader.read(node, site.scope);
    const origin = decodedBy(from) ?? originOf(context, { node, scope: site.scope }, true);
    if (origin === null) continue;
    context.tell(
      { kind: 'decoded-execution', value: partlyKnown(from.value) ?? '', by: `${by} of ${origin}`, from },
      site,
    );
    return;
  }
}

/** How what is run was hidden; the few characters that a program is put together with do not count. */
function decodedBy({ techniques }: Folded): Origin | null {
  return DECODING.find((technique) => (techniques.get(technique) ?? 0) >= MIN_CHARACTERS) ?? null;
}

const MIN_CHARACTERS = 4;
