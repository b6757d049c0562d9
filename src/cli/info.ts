import type { Argv } from 'yargs';
import { configOption, finish, REPEATED } from './options.ts';

/** Options of the verbs that ask about one server. */
export function serverOptions<T>(command: Argv<T>) {
  return configOption(command).options({
    snapshots: { type: 'string', requiresArg: true, default: 'snapshots', describe: 'Folder of snapshots' },
    snapshot: {
      type: 'string',
      requiresArg: true,
      describe: 'Date of the snapshot to look in [default: the newest that was captured]',
    },
    live: {
      type: 'boolean',
      default: false,
      describe: 'Ask npm, PyPI and GitHub anew, also for what they answered within the hour',
    },
    offline: { type: 'boolean', default: false, describe: 'Answer only from the snapshot and the cache' },
    cache: { type: 'string', requiresArg: true, describe: 'Folder of the response cache, or a keyv store’s URL' },
    'base-url': { ...REPEATED, describe: 'npm=URL, pypi=URL or github=URL: ask a mirror instead' },
    json: { type: 'boolean', default: false, describe: 'Print the result as JSON on standard output' },
    progress: { type: 'boolean', default: true, describe: 'Show progress on standard error (--no-progress: do not)' },
    verbose: { type: 'boolean', default: false, describe: 'Log each request and retry on standard error' },
  });
}

export function addInfo(program: Argv): Argv {
  return program.command(
    'info <server>',
    'The card to read before installing: what it is, what it can do, where secrets go',
    (command) =>
      serverOptions(
        command.positional('server', {
          type: 'string',
          demandOption: true,
          describe:
            'Name in a registry, npm:NAME[@VERSION], pypi:NAME[@VERSION], address of a repository or remote, slug, or REGISTRY:NAME',
        }),
      )
        .options({
          markdown: { type: 'boolean', default: false, describe: 'Print Markdown, for a pull request' },
          manifest: {
            type: 'boolean',
            default: false,
            describe: 'Print a capability manifest of what its code was seen to do',
          },
          check: {
            type: 'string',
            requiresArg: true,
            describe: 'Hold a capability manifest against what its code was seen to do; ends with 1 where it does more',
          },
          intel: {
            type: 'string',
            requiresArg: true,
            describe: 'File of recall lists [default: in the user’s cache folder]',
          },
          feed: {
            ...REPEATED,
            describe: 'File or folder of your organisation’s own recalls, in the same format (OSV)',
          },
        })
        .example('$0 info npm:@scope/name', 'a package, whether or not a registry lists it')
        .example('$0 info io.github.owner/server --markdown', 'for a pull request that adds it')
        .example('$0 info npm:@scope/name --manifest', 'a capability manifest to start from'),
    async (options) => finish(await (await import('../commands/info.ts')).info(options)),
  );
}
