import { expect, test } from 'vitest';
import { refusal } from './refusal.ts';

test.each([
  ['Unknown argument: nope', ['scan', '--nope'], '--nope: not known here.'],
  ['Unknown argument: nope', ['scan', '--nope=3'], '--nope: not known here.'],
  ['Unknown arguments: dry-run, dryRun', ['scan', '--dry-run'], '--dry-run: not known here.'],
  ['Unknown arguments: such, x, q', ['scan', '--no-such', '--x=3', '-q'], '--no-such, --x, -q: not known here.'],
  ['Unknown argument: extra', ['signals', 'a/b', 'extra'], '"extra": not known here.'],
  ['Unknown argument: nonsense', ['nonsense'], 'There is no command "nonsense"; --help lists them.'],
  ['Did you mean scan?', ['scna'], 'There is no command "scna". Did you mean scan?'],
  ['Not enough arguments following: snapshot', ['scan', '--snapshot'], '--snapshot needs a value.'],
  ['Not enough non-option arguments: got 1, need at least 2', ['diff', 'x'], 'Something is missing after "diff".'],
  [
    'Not enough non-option arguments: got 0, need at least 2',
    ['--config', 'c.json', 'diff'],
    'Something is missing; --help says what.',
  ],
  ['Unknown argument: nope', ['scan', '--out', 'nope', '--nope'], '--nope: not known here.'],
  ['Arguments snapshot and date are mutually exclusive', ['scan'], '--snapshot and --date do not go together.'],
  [
    'Invalid values:\n  Argument: fail-on, Given: "often", Choices: "review", "watch"',
    ['scan'],
    '--fail-on "often" is not one of "review", "watch".',
  ],
  [
    'Invalid values:\n  Argument: action, Given: "refresh", Choices: "update", "status"',
    ['intel'],
    'action "refresh" is not one of "update", "status".',
  ],
  ['--limit is a whole number from 1 to 200.', ['search'], '--limit is a whole number from 1 to 200.'],
])('%j is said so that one can act on it', (message, argv, said) => {
  expect(refusal(message, argv)).toBe(said);
});
