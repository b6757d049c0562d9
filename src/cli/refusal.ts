/**
 * What yargs refuses, in the words of the program's other refusals: options with the dashes they were typed with, and what can
 * be given instead. Messages of other kinds stay as they are.
 */
export function refusal(message: string, argv: readonly string[]): string {
  const [first = '', ...rest] = message.split('\n');
  if (first === 'Invalid values:') return rest.map(invalidValue).join('\n');
  if (first.startsWith('Not enough non-option arguments')) return missing(argv);
  const [, slip] = /^Did you mean (.{1,40})\?$/.exec(first) ?? [];
  if (slip !== undefined) return `There is no command "${argv[0] ?? ''}". Did you mean ${slip}?`;
  const [, bare] = /^Not enough arguments following: (.{1,100})$/.exec(first) ?? [];
  if (bare !== undefined) return `${dashed(bare)} needs a value.`;
  const [, one, other] = /^Arguments (\S{1,100}) and (\S{1,100}) are mutually exclusive$/.exec(first) ?? [];
  if (one !== undefined && other !== undefined) return `${dashed(one)} and ${dashed(other)} do not go together.`;
  if (/^Unknown arguments?: /.test(first)) return unknown(first, argv);
  return message;
}

/** Before options, the verb is not told from their values. */
function missing([verb = '-']: readonly string[]): string {
  return verb.startsWith('-') ? 'Something is missing; --help says what.' : `Something is missing after "${verb}".`;
}

function dashed(name: string): string {
  return `${name.length === 1 ? '-' : '--'}${name}`;
}

const ARGUMENT = '  Argument: ';
const GIVEN = ', Given: ';
const CHOICES = ', Choices: ';

/** yargs gives the value quoted, and the choices as a list. */
function invalidValue(line: string): string {
  const [argument, ofGiven] = [line.indexOf(ARGUMENT), line.indexOf(GIVEN)];
  const ofChoices = line.lastIndexOf(CHOICES);
  if (argument !== 0 || ofGiven < 0 || ofChoices < ofGiven) return line;
  const name = line.slice(ARGUMENT.length, ofGiven);
  const given = line.slice(ofGiven + GIVEN.length, ofChoices);
  const choices = line.slice(ofChoices + CHOICES.length);
  return `${name === 'action' ? name : dashed(name)} ${given} is not one of ${choices}.`;
}

/** Names of options come without their dashes, and those with a dash inside in both spellings; so they are looked up as typed. */
function unknown(message: string, argv: readonly string[]): string {
  const names = new Set(message.slice(message.indexOf(': ') + 2).split(', '));
  // A value that is spelled like an unknown option is no second one.
  const options = new Set(argv.map(optionIn).filter((option) => names.has(option)));
  const typed = argv.filter((word) => names.has(optionIn(word)) || (names.has(word) && !options.has(word)));
  const shown = [...new Set(typed)].map((word) => word.replace(/^(--?[^=]*)=.*$/s, '$1'));
  if (shown.length === 0) return message;
  if (shown.length === 1 && shown[0] === argv[0]) return `There is no command "${shown[0]}"; --help lists them.`;
  return `${shown.map((word) => (word.startsWith('-') ? word : `"${word}"`)).join(', ')}: not known here.`;
}

/** '' where the word is no option. */
function optionIn(word: string): string {
  return /^--?(?:no-)?([^=]*)/.exec(word)?.[1] ?? '';
}
