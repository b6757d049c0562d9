import type { Argv } from 'yargs';
import { configOption, finish, intelOptions, REGISTRIES, REPEATED, shared } from './options.ts';

export function addSearch(program: Argv): Argv {
  return program.command(
    'search <words..>',
    'Find a server, with trust facts beside each hit',
    (command) =>
      configOption(intelOptions(shared(command)))
        .positional('words', {
          type: 'string',
          array: true,
          demandOption: true,
          describe: 'What it does, what it is called, whose it is; slips are looked past',
        })
        .options({
          snapshot: {
            type: 'string',
            requiresArg: true,
            describe: 'Date of the snapshot [default: the newest that was captured]',
          },
          live: {
            type: 'boolean',
            default: false,
            describe: 'Ask the official registry and Smithery now instead; records only, nothing is assessed',
          },
          'base-url': { ...REPEATED, describe: 'official=URL or smithery=URL: ask a mirror instead, with --live' },
          'has-repo': { type: 'boolean', default: false, describe: 'Only servers that show a source repository' },
          'min-age': { type: 'string', requiresArg: true, describe: 'Only servers listed so long ago: 30d, 8w, 1y' },
          namespace: {
            type: 'string',
            requiresArg: true,
            describe: 'Only of this publisher: com.acme, "io.github.acme*"',
          },
          transport: { type: 'string', requiresArg: true, describe: 'Only spoken to so: stdio, streamable-http, sse' },
          registry: { choices: REGISTRIES, array: true, requiresArg: true, describe: 'Only listed by one of these' },
          brand: { type: 'string', requiresArg: true, describe: 'Only what names this brand, by whomever' },
          limit: { type: 'number', requiresArg: true, default: 10, describe: 'How many hits to show, 1 to 200' },
          cache: { type: 'string', requiresArg: true, describe: 'Folder of the cache [default: the user’s]' },
          refresh: {
            type: 'boolean',
            default: false,
            describe: 'Prepare the snapshot anew although it is in the cache',
          },
        })
        .example('$0 search stripe', 'whose server is it, how old, what fired')
        .example('$0 search "send mail" --has-repo --min-age 30d', 'with code to read, and not from yesterday')
        .example('$0 search postgres --transport stdio --json', 'for a script')
        .example('$0 search harbor --live', 'what is listed since the newest snapshot')
        .example('$0 search github --brand github --limit 50', 'all that name the brand, the vendor’s own first'),
    async (options) => finish(await (await import('../commands/search.ts')).search(options)),
  );
}
