import type { Argv } from 'yargs';
import { serverOptions } from './info.ts';
import { finish } from './options.ts';

export function addVerify(program: Argv): Argv {
  return program.command(
    'verify <server>',
    'Where a server’s packages come from: signature, provenance, repository tag, ownership marker, archive',
    (command) =>
      serverOptions(
        command.positional('server', {
          type: 'string',
          demandOption: true,
          describe: 'As for info: npm:NAME[@VERSION], pypi:NAME[@VERSION], a name in a registry, an address',
        }),
      )
        .options({
          'trusted-root': {
            type: 'string',
            requiresArg: true,
            describe: 'trusted_root.json of another sigstore instance [default: the public one, as of this release]',
          },
        })
        .example('$0 verify npm:@scope/name@1.2.3', 'each check holds, does not hold, or could not be looked at')
        .example(
          '$0 verify io.github.owner/server --json',
          'for a pipeline; ends with 1 only where two things contradict',
        )
        .epilogue(
          'Ends with 1 only on a definite contradiction; what is missing or could not be looked at is said and ends with 0.',
        ),
    async (options) => finish(await (await import('../commands/verify.ts')).verify(options)),
  );
}
