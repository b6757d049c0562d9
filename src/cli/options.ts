import type { Argv } from 'yargs';
import type { ExitCode } from '../commands/exit.ts';

/** The registries' ids; a test holds them equal to src/registries/index.ts, which is too much to load for a line of help. */
export const REGISTRIES = ['official', 'glama', 'smithery', 'mcp-so', 'pulsemcp'] as const;

/** Given once for each value: what follows the value is a word of the verb again, and not one more of them. */
export const REPEATED = { type: 'string', array: true, nargs: 1 } as const;

/** Options of every verb that reads snapshots. */
export function shared<T>(command: Argv<T>) {
  return command.options({
    snapshots: { type: 'string', requiresArg: true, default: 'snapshots', describe: 'Folder of snapshots' },
    json: { type: 'boolean', default: false, describe: 'Print the result as JSON on standard output' },
    progress: { type: 'boolean', default: true, describe: 'Show progress on standard error (--no-progress: do not)' },
    verbose: { type: 'boolean', default: false, describe: 'Log each request and retry on standard error' },
  });
}

/** Options of every verb that asks the registries. */
export function captureOptions<T>(command: Argv<T>) {
  return command.options({
    registry: {
      choices: REGISTRIES,
      array: true,
      requiresArg: true,
      describe: 'Capture only these registries [default: all five]',
    },
    depth: {
      choices: ['metadata', 'package', 'source'] as const,
      default: 'source' as const,
      requiresArg: true,
      describe:
        'How deep to read: the registries’ records, also release histories of npm and PyPI, also published archives',
    },
    package: {
      type: 'string',
      array: true,
      requiresArg: true,
      describe:
        'npm:NAME[@VERSION] or pypi:NAME[@VERSION]: scan only this package, or capture its archives in any case',
    },
    packages: {
      type: 'string',
      requiresArg: true,
      describe: 'File of such packages, one a line (- reads standard input)',
    },
    'source-budget': {
      type: 'number',
      requiresArg: true,
      describe: 'Releases whose archives are read [default: 300 of a capture, all of named packages]',
    },
    repositories: {
      type: 'number',
      requiresArg: true,
      describe:
        'Repositories of those packages that GitHub is asked about [default: 200 with GITHUB_TOKEN, none without; two or three requests each, of 60 an hour without it]',
    },
    versions: {
      choices: ['all', 'latest'] as const,
      default: 'all' as const,
      requiresArg: true,
      describe: 'Read every version a registry keeps of a server, or only the latest',
    },
    'updated-since': {
      type: 'string',
      requiresArg: true,
      describe: 'Only rows changed since then (RFC 3339), where a registry can tell',
    },
    cache: { type: 'string', requiresArg: true, describe: 'Folder of the response cache, or a keyv store’s URL' },
    offline: { type: 'boolean', default: false, describe: 'Answer only from the cache' },
    'base-url': {
      ...REPEATED,
      describe:
        'ID=URL, once for each: ask a mirror instead (https, or http on loopback); IDs are the registries, npm, pypi and github',
    },
  });
}

/** The option of every verb for which an organisation may settle something. */
export function configOption<T>(command: Argv<T>) {
  return command.option('config', {
    type: 'string',
    requiresArg: true,
    describe: 'File of your organisation’s lists and defaults [default: registry-audit.config.* here or above]',
  });
}

/** Options of every verb that holds packages against recalls. */
export function intelOptions<T>(command: Argv<T>) {
  return command.options({
    intel: { type: 'string', requiresArg: true, describe: 'File of recalls that "intel update" wrote' },
    feed: {
      ...REPEATED,
      describe: 'File or folder of your organisation’s own recalls, in OSV’s format; once for each',
    },
  });
}

export function finish(code: ExitCode): void {
  process.exitCode = code;
}
