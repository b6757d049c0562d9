import { pythonSpec } from './python-spec.ts';
import type { Resolution } from './resolution.ts';
import { leadingOptions } from './words.ts';

const UVX_VALUES = new Set(
  `--from --with --with-requirements --with-editable -p --python --index --index-url --extra-index-url --default-index --find-links
  --cache-dir --directory --project --config-file --env-file -c --constraints --refresh-package --prerelease --resolution --link-mode
  --exclude-newer --upgrade-package --python-preference`.split(/\s+/),
);
const UV_VALUES = new Set([...UVX_VALUES, '--package', '--extra', '--group', '-m', '--module']);
const PIPX_VALUES = new Set('--spec --python --pip-args --index-url -i --suffix'.split(' '));

/** `uvx`, `uv tool run`, `uv run`, `pipx run`, `python -m`, `python FILE`; null for other programs. */
export function pythonRun(program: string, args: readonly string[]): Resolution | null {
  if (program === 'uvx') return fetched(args, 'uvx');
  if (program === 'uv') return uv(args);
  if (program === 'pipx') return pipx(args);
  return /^(?:python|pypy|py)[0-9.]{0,6}$/.test(program) ? interpreter(args) : null;
}

function fetched(args: readonly string[], runner: string): Resolution {
  const { values, rest } = leadingOptions(args, UVX_VALUES);
  const [command] = rest;
  const from = values.get('--from')?.[0];
  if (from !== undefined) return pythonSpec(from, runner);
  return command === undefined
    ? { kind: 'unknown', reason: `${runner} is given no package` }
    : pythonSpec(command, runner);
}

function uv(args: readonly string[]): Resolution {
  const { values, rest } = leadingOptions(args, UV_VALUES);
  const [verb, second, ...more] = rest;
  if (verb === 'tool' && second === 'run') return fetched(more, 'uvx');
  if (verb !== 'run') return { kind: 'unknown', reason: 'uv is not asked to run anything' };
  const inner = leadingOptions(rest.slice(1), UV_VALUES);
  const folder = [inner, { values }].flatMap(
    (each) => each.values.get('--directory') ?? each.values.get('--project') ?? [],
  )[0];
  if (folder !== undefined) return { kind: 'local', path: folder };
  const [program] = inner.rest;
  const isFile = program !== undefined && (/\.py$/i.test(program) || /[/\\]/.test(program));
  if (isFile && !/^https?:/i.test(program)) return { kind: 'local', path: program };
  const added = inner.values.get('--with')?.find((each) => nameOf(each) === nameOf(program ?? '')) ?? null;
  if (added !== null) return pythonSpec(added, 'uv run');
  const python = program !== undefined && /^python[0-9.]{0,6}$/.test(program) ? interpreter(inner.rest.slice(1)) : null;
  return python ?? { kind: 'unknown', reason: 'uv runs a program of the project it is started in' };
}

function pipx(args: readonly string[]): Resolution {
  if (args[0] !== 'run') return { kind: 'unknown', reason: 'pipx is not asked to run anything' };
  const { values, rest } = leadingOptions(args.slice(1), PIPX_VALUES);
  const spec = values.get('--spec')?.[0] ?? rest[0];
  return spec === undefined ? { kind: 'unknown', reason: 'pipx is given no package' } : pythonSpec(spec, 'pipx run');
}

/** A module's name is not its package's, and which version is installed is not said. */
function interpreter(args: readonly string[]): Resolution {
  const at = args.findIndex((arg) => arg === '-m' || !arg.startsWith('-'));
  const [word, next] = at < 0 ? [] : args.slice(at);
  if (word === '-m')
    return next === undefined ? nothing() : { kind: 'installed', program: `python module ${next.slice(0, 200)}` };
  return word === undefined ? nothing() : { kind: 'local', path: word };
}

function nothing(): Resolution {
  return { kind: 'unknown', reason: 'python is given neither a file nor a module' };
}

function nameOf(requirement: string): string {
  return (/^[A-Za-z0-9._-]{1,200}/.exec(requirement)?.[0] ?? '').toLowerCase();
}
