import { readFileSync } from 'node:fs';
import type { NamedPackage } from '../capture/choice.ts';
import { checkPackageName } from './coordinate.ts';
import { UsageError } from './exit.ts';
import { unreadableFile } from './unreadable-file.ts';

const MAX_SPEC_CHARACTERS = 500;
/** A scope's @ stands first, so a version is what follows a later one. */
const NAMED = /^(npm|pypi):(@?[^@=\s]+)(?:(?:@|==)([^@=\s]+))?$/;
const PURL = /^pkg:(npm|pypi)\/([^@?#\s]+)(?:@([^@?#\s]+))?$/;

/** Reads `npm:NAME[@VERSION]`, `pypi:NAME[@VERSION]` or a package-url. Throws UsageError for what is neither, or could be none. */
export function packageSpec(text: string): NamedPackage {
  const spec = text.trim().slice(0, MAX_SPEC_CHARACTERS);
  const [, ecosystem, name, version] = NAMED.exec(spec) ?? purlParts(spec) ?? [];
  if (ecosystem === undefined || name === undefined) {
    throw new UsageError(
      `"${spec}" is not a package; write npm:NAME[@VERSION] or pypi:NAME[@VERSION], such as npm:@scope/name@1.2.3.`,
    );
  }
  checkPackageName(spec, ecosystem, name);
  return { ecosystem, name, version: version ?? null };
}

/**
 * The packages of `--package` and of `--packages FILE` (one a line; # begins a comment; `-` is standard input), without repeats.
 *
 * Throws UsageError for a file that names none: more often than not what made it has failed.
 */
export function packageSpecs(given: readonly string[], file: string | undefined): readonly NamedPackage[] {
  const lines = file === undefined ? [] : linesOf(file);
  const specs = [...given, ...lines].map(packageSpec);
  return [...new Map(specs.map((spec) => [specLabel(spec), spec])).values()];
}

/** `npm:@scope/name@1.2.3`. */
export function specLabel({ ecosystem, name, version }: NamedPackage): string {
  return `${ecosystem}:${name}${version === null ? '' : `@${version}`}`;
}

function linesOf(file: string): readonly string[] {
  const lines = textOf(file)
    .split('\n')
    .map((line) => line.replace(/(?:^|\s)#.*$/s, '').trim())
    .filter((line) => line !== '');
  if (lines.length === 0) throw new UsageError(`--packages "${file}" names no package.`);
  return lines;
}

function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw unreadableFile('--packages', file, error);
  }
}

/** Escapes are undone part by part, as purls are written. */
function purlParts(spec: string): RegExpExecArray | null {
  const parts = PURL.exec(spec);
  if (parts === null) return null;
  try {
    for (const index of [2, 3]) {
      const part = parts[index];
      if (part !== undefined) parts[index] = decodeURIComponent(part);
    }
    return parts;
  } catch {
    return null;
  }
}

/** undefined where none is given. Throws UsageError for what is no count. */
export function checkedBudget(releases: number | undefined): number | undefined {
  if (releases === undefined || (Number.isSafeInteger(releases) && releases >= 0)) return releases;
  throw new UsageError('--source-budget has to be a whole number of releases, such as 300.');
}
