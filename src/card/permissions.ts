import type { Fact, FileFacts } from '../model/source.ts';
import { words } from '../text/words.ts';
import { moduleClass } from './module-classes.ts';

/** In the order in which they are shown. */
export const PERMISSION_CLASSES = [
  'reads-files',
  'writes-files',
  'network-out',
  'starts-processes',
  'reads-environment',
  'sends-messages',
] as const;
export type PermissionClass = (typeof PERMISSION_CLASSES)[number];

/** Something that the code of a release can do, and where that stands. */
export interface Permission {
  readonly class: PermissionClass;
  /** How many places in files that run show it. */
  readonly places: number;
  /** Some of them, those that say most first. */
  readonly because: readonly Reason[];
}

export interface Reason {
  /** What is called, imported or declared: `fs.readFile`, `import nodemailer`, `tool send_mail`. */
  readonly by: string;
  /** What it is called with, where that is constant; '' where it is not. */
  readonly value: string;
  /** `dist/index.js:12`. */
  readonly at: string;
}

interface Declared {
  readonly name: string;
  readonly at: string;
}

const MAX_REASONS = 5;
const MAX_VALUE_CHARACTERS = 120;
const BY_KIND: Readonly<Partial<Record<Fact['kind'], PermissionClass>>> = {
  'file-read': 'reads-files',
  'file-write': 'writes-files',
  request: 'network-out',
  socket: 'network-out',
  process: 'starts-processes',
  environment: 'reads-environment',
  'environment-dump': 'reads-environment',
  recipient: 'sends-messages',
};
const SENDING = new Set('send reply forward post publish notify dm message sms email mail tweet'.split(' '));
const MESSAGES = new Set(
  'message messages email emails mail sms dm tweet notification reply chat thread comment'.split(' '),
);

/** The classes that the files show, in the order of `PERMISSION_CLASSES`; those that are not shown were not seen, which is not "no". */
export function permissionsIn(files: readonly FileFacts[], tools: readonly Declared[]): readonly Permission[] {
  const found = new Map<PermissionClass, Reason[]>();
  const add = (to: PermissionClass, reason: Reason): void => {
    const known = found.get(to);
    if (known === undefined) found.set(to, [reason]);
    else known.push(reason);
  };
  for (const { path, facts } of files) {
    for (const fact of facts) {
      const at = `${path}:${fact.line}`;
      const direct = BY_KIND[fact.kind];
      if (direct !== undefined) add(direct, { by: fact.by, value: fact.value.slice(0, MAX_VALUE_CHARACTERS), at });
      const through = fact.kind === 'import' ? moduleClass(fact.value) : null;
      if (through !== null) add(through, { by: 'import', value: fact.value.slice(0, MAX_VALUE_CHARACTERS), at });
    }
  }
  for (const { name, at } of tools.filter(({ name: each }) => sendsMessages(each))) {
    add('sends-messages', { by: 'tool', value: name, at });
  }
  return PERMISSION_CLASSES.flatMap((each) => {
    const reasons = found.get(each);
    return reasons === undefined ? [] : [{ class: each, places: reasons.length, because: telling(reasons) }];
  });
}

/** `send_message`, `replyToEmail`, `notify`: both what is done and what it is done with, or a word that says both. */
function sendsMessages(name: string): boolean {
  const parts = words(name.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll(/[_.-]/g, ' '));
  const [first = ''] = parts;
  return (
    SENDING.has(first) && (parts.length === 1 ? first === 'notify' : parts.slice(1).some((part) => MESSAGES.has(part)))
  );
}

/** Different values before repeated ones, and constant values before those that are composed. */
function telling(reasons: readonly Reason[]): readonly Reason[] {
  const distinct = new Map<string, Reason>();
  for (const reason of reasons) {
    const key = reason.value === '' ? `by ${reason.by}` : reason.value;
    if (!distinct.has(key)) distinct.set(key, reason);
  }
  return [...distinct.values()]
    .toSorted((a, b) => Number(a.value === '') - Number(b.value === ''))
    .slice(0, MAX_REASONS);
}
