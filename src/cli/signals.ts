import type { Argv } from 'yargs';
import { finish } from './options.ts';

export function addSignals(program: Argv): Argv {
  return program.command(
    'signals [id]',
    'The catalogue of signals; one signal explained',
    (command) =>
      command
        .positional('id', { type: 'string', describe: 'Such as rug-pull/install-script-added' })
        .options({ json: { type: 'boolean', default: false, describe: 'Machine-readable output' } })
        .example('$0 signals lookalike/official-claim', 'what it looks at, what it weighs, when it is innocent'),
    async (options) => finish((await import('../commands/signals.ts')).signals(options)),
  );
}
