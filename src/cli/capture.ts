import type { Argv } from 'yargs';
import { captureOptions, configOption, finish, shared } from './options.ts';

export function addCapture(program: Argv): Argv {
  return program.command(
    'capture',
    'Fill a snapshot by GET',
    (command) =>
      configOption(captureOptions(shared(command)))
        .options({
          date: { type: 'string', requiresArg: true, describe: 'Date of the snapshot [default: today, UTC]' },
          replace: {
            type: 'boolean',
            default: false,
            describe: 'Capture again over a finished snapshot of that date',
          },
        })
        .example('$0 capture', 'today’s snapshot of all five registries')
        .example('$0 capture --registry official --depth metadata', 'one registry, without release histories')
        .example('$0 capture --base-url official=http://127.0.0.1:8080', 'from a mirror or a test server'),
    async (options) => finish(await (await import('../commands/capture.ts')).capture(options)),
  );
}
