import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import type { z } from 'zod';
import { inert } from '../text/inert.ts';
import { ConfigError } from './config-error.ts';
import type { Parsed, Path, Unreadable } from './parse.ts';
import { type Config, ConfigFile, NO_CONFIG } from './schema.ts';

const NAME = 'registry-audit.config';
/** As src/config/parse.ts reads them, which is loaded only where there is a file. */
const ENDINGS = ['.json', '.jsonc', '.yaml', '.yml', '.toml'];
const MAX_BYTES = 4 << 20;
const MOST_SHOWN = 5;

/**
 * The configuration of a folder: the named file, else the nearest `registry-audit.config.*` from the folder upward, else none.
 *
 * Throws ConfigError where the file is missing, cannot be read, or holds what it may not.
 */
export async function loadConfig(folder: string, named?: string): Promise<Config> {
  const file = named === undefined ? foundAbove(resolve(folder)) : resolve(folder, named);
  return file === null ? NO_CONFIG : configOf(file);
}

function foundAbove(folder: string): string | null {
  const here = ENDINGS.map((ending) => join(folder, `${NAME}${ending}`)).filter((path) => existsSync(path));
  const [first, second] = here;
  if (first !== undefined && second !== undefined) {
    throw new ConfigError(`There are two configurations: "${inert(first)}" and "${inert(second)}". Keep one of them.`);
  }
  if (first !== undefined) return first;
  const above = dirname(folder);
  return above === folder ? null : foundAbove(above);
}

async function configOf(file: string): Promise<Config> {
  const parsed = await parsedFile(file);
  const checked = ConfigFile.safeParse(parsed.value);
  if (!checked.success) throw refused(file, parsed, checked.error.issues);
  const { snapshots, cache, intel, feed, allow, block, curated } = checked.data;
  // A file comes along with whatever folder somebody works in, so that it names no place on the network.
  if (cache?.includes('://') === true) {
    throw problem(
      file,
      parsed.lineOf(['cache']),
      'cache is an address; name a folder here, or the address with --cache.',
    );
  }
  const beside = (path: string) => resolve(dirname(file), path);
  return {
    file,
    snapshots: snapshots === undefined ? undefined : beside(snapshots),
    cache: cache === undefined ? undefined : beside(cache),
    intel: intel === undefined ? undefined : beside(intel),
    feed: feed?.map(beside),
    allow: allow ?? [],
    block: block ?? [],
    curated: curated ?? [],
  };
}

async function parsedFile(file: string): Promise<Parsed> {
  const { PARSERS } = await import('./parse.ts');
  const parse = PARSERS.get(extname(file).toLowerCase());
  if (parse === undefined) {
    throw new ConfigError(`"${inert(file)}" is none of ${ENDINGS.join(', ')}.`);
  }
  const parsed = parsedText(file, textOf(file), parse);
  if ('problem' in parsed) throw problem(file, parsed.line, parsed.problem);
  return parsed;
}

/** Brackets within brackets without end exhaust the parsers. */
function parsedText(file: string, text: string, parse: (text: string) => Parsed | Unreadable): Parsed | Unreadable {
  try {
    return parse(text);
  } catch (error) {
    throw new ConfigError(`"${inert(file)}" cannot be read: ${inert(error instanceof Error ? error.message : '')}`, {
      cause: error,
    });
  }
}

function textOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new ConfigError(`There is no file "${inert(file)}".`);
  if (!found.isFile()) throw new ConfigError(`"${inert(file)}" is no file.`);
  if (found.size > MAX_BYTES) throw new ConfigError(`"${inert(file)}" is larger than ${MAX_BYTES >> 20} MiB.`);
  return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
}

function refused(file: string, parsed: Parsed, issues: readonly z.core.$ZodIssue[]): ConfigError {
  const said = issues.flatMap((issue) => problemsOf(issue, parsed));
  const more = said.length > MOST_SHOWN ? [`and ${said.length - MOST_SHOWN} more`] : [];
  return new ConfigError(
    [
      `"${inert(file)}" cannot be followed:`,
      ...[...said.slice(0, MOST_SHOWN), ...more].map((each) => `  ${each}`),
    ].join('\n'),
  );
}

function problemsOf(issue: z.core.$ZodIssue, parsed: Parsed): readonly string[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code !== 'unrecognized_keys') return [`${placed(parsed, path)}: ${inert(issue.message)}`];
  return issue.keys.map((key) => `${placed(parsed, [...path, key])}: no such key`);
}

function placed(parsed: Parsed, path: Path): string {
  const line = parsed.lineOf(path) ?? parsed.lineOf(path.slice(0, -1));
  const key = inert(
    path
      .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
      .join('')
      .replace(/^\./, ''),
  );
  return `${line === null ? '' : `line ${line}, `}${key === '' ? 'the whole file' : key}`;
}

function problem(file: string, line: number | null, said: string): ConfigError {
  return new ConfigError(`"${inert(file)}"${line === null ? '' : `, line ${line}`}: ${inert(said)}`);
}
