import type { Input, PackageReference } from '../model/entry.ts';

/** What starts a package of an ecosystem where the record does not say. */
const RUNTIMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['npm', ['npx', '-y']],
  ['pypi', ['uvx']],
  ['oci', ['docker', 'run', '-i', '--rm']],
  ['nuget', ['dnx']],
]);
const PLAIN = /^[\w@%+=:,./-]{1,500}$/;
const HINT = /^[\w.-]{1,40}$/;
const MAX_ARGUMENTS = 30;

/**
 * How a client starts a package, as one line that a shell takes apart as it stands: everything but plain words is quoted, so that
 * nothing of a record is run by being copied. '' where how it is started is not known.
 */
export function launchLine(reference: PackageReference, version: string | null): string {
  const { ecosystem, identifier, runtimeHint, inputs } = reference;
  const known = RUNTIMES.get(ecosystem);
  const hinted = runtimeHint !== null && HINT.test(runtimeHint) ? runtimeHint : null;
  if (known === undefined && hinted === null) return '';
  const [usual = hinted ?? '', ...options] = known ?? [];
  const runtime = hinted === null || hinted === usual ? [usual, ...options] : [hinted];
  return [
    ...runtime,
    ...argumentsOf(inputs, 'runtime-argument').filter((each) => !options.includes(each)),
    packageWord(ecosystem, identifier, version),
    ...argumentsOf(inputs, 'package-argument'),
  ]
    .map(quoted)
    .join(' ');
}

function packageWord(ecosystem: string, identifier: string, version: string | null): string {
  if (version === null) return identifier;
  if (ecosystem === 'npm' || ecosystem === 'nuget') return `${identifier}@${version}`;
  if (ecosystem === 'pypi') return `${identifier}==${version}`;
  return /[:@][^/:@]*$/.test(identifier) ? identifier : `${identifier}:${version}`;
}

function argumentsOf(inputs: readonly Input[], kind: Input['kind']): readonly string[] {
  return inputs
    .filter((input) => input.kind === kind)
    .slice(0, MAX_ARGUMENTS)
    .flatMap(({ name, value, default: ordinary }) => {
      const filled = value ?? ordinary ?? (name.startsWith('-') ? '' : `<${name || 'value'}>`);
      return [name.startsWith('-') ? name : '', filled].filter((word) => word !== '');
    });
}

/** POSIX quoting. What is filled in by the user stays readable. */
function quoted(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
