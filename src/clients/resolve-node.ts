import { npmSpec } from './npm-spec.ts';
import type { Resolution } from './resolution.ts';
import { leadingOptions } from './words.ts';

const NPX_VALUES = new Set(
  '-p --package -c --call --registry --cache --prefix -w --workspace --userconfig --node-options -n --node-arg --shell --loglevel'.split(
    ' ',
  ),
);
const DLX_VALUES = new Set('-p --package --registry -C --dir --filter --reporter'.split(' '));
const NODE_VALUES = new Set(
  '-r --require --import --loader --experimental-loader --env-file -C --conditions --max-old-space-size'.split(' '),
);
const DENO_VALUES = new Set('-c --config --import-map --lock --location --seed -L --log-level --env-file'.split(' '));

/** `npx`, `bunx`, `pnpm dlx`, `yarn dlx`, `npm exec`, `deno run`, `node FILE`; null for other programs. */
export function nodeRun(program: string, args: readonly string[]): Resolution | null {
  switch (program) {
    case 'npx':
    case 'pnpx':
    case 'bunx':
      return fetched(program, args, NPX_VALUES);
    case 'npm':
      return isVerb(args, ['exec', 'x']) ? fetched('npm exec', args.slice(1), NPX_VALUES) : script(program);
    case 'pnpm':
    case 'yarn':
      return isVerb(args, ['dlx', 'exec']) && args[0] === 'dlx'
        ? fetched(`${program} dlx`, args.slice(1), DLX_VALUES)
        : script(program);
    case 'bun':
      if (isVerb(args, ['x'])) return fetched('bunx', args.slice(1), NPX_VALUES);
      return file(args[0] === 'run' ? args.slice(1) : args, program);
    case 'node':
    case 'nodejs':
    case 'tsx':
    case 'ts-node':
      return file(args, program);
    case 'deno':
      return deno(args);
    default:
      return null;
  }
}

function isVerb(args: readonly string[], verbs: readonly string[]): boolean {
  return verbs.includes(args[0] ?? '');
}

/** With `--package` the word after the options is a command of it; of several packages the one of that name counts. */
function fetched(runner: string, args: readonly string[], withValue: ReadonlySet<string>): Resolution {
  const { values, rest } = leadingOptions(args, withValue);
  const packages = [...(values.get('--package') ?? []), ...(values.get('-p') ?? [])].filter((each) => each !== '');
  const [command] = rest;
  const spec = packages.find((each) => command !== undefined && each.startsWith(command)) ?? packages[0] ?? command;
  if (spec === undefined) return { kind: 'unknown', reason: `${runner} is given no package` };
  return npmSpec(spec, runner);
}

function file(args: readonly string[], program: string): Resolution {
  const [path] = leadingOptions(args, NODE_VALUES).rest;
  return path === undefined ? { kind: 'unknown', reason: `${program} is given no file` } : { kind: 'local', path };
}

function deno(args: readonly string[]): Resolution {
  if (!isVerb(args, ['run', 'serve', 'x'])) return script('deno');
  const [what] = leadingOptions(args.slice(1), DENO_VALUES).rest;
  if (what === undefined) return { kind: 'unknown', reason: 'deno is given no file' };
  if (what.startsWith('npm:')) return npmSpec(what.slice(4).replace(/^\//, ''), 'deno run');
  if (/^(?:jsr:|https?:)/i.test(what))
    return { kind: 'source', from: what.split(/[?#]/, 1)[0] ?? what, pinned: /@\d+\.\d+\.\d+/.test(what) };
  return { kind: 'local', path: what };
}

function script(program: string): Resolution {
  return { kind: 'unknown', reason: `${program} runs a script of the folder it is started in` };
}
