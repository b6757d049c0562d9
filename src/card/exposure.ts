import type { FileFacts } from '../model/source.ts';
import { words } from '../text/words.ts';
import type { Permission } from './permissions.ts';

/**
 * What an agent that uses a server holds together: what is private, what strangers write, and a way out.
 *
 * Where all three meet, a text by a stranger can make the agent send what is private (Willison, "The lethal trifecta", 2025). It is a
 * property of useful servers and says nothing against one; each side lists why it is there, [] where nothing of it was seen.
 */
export interface Exposure {
  readonly privateData: readonly string[];
  readonly untrustedInput: readonly string[];
  readonly wayOut: readonly string[];
  readonly allThree: boolean;
}

interface Seen {
  readonly permissions: readonly Permission[];
  readonly secrets: readonly string[];
  readonly tools: readonly { readonly name: string; readonly description: string | null }[];
  readonly files: readonly FileFacts[];
}

/** Texts of others that a tool gives to the model, by the words of its name. */
const OF_OTHERS = new Set(
  `browse browser crawl scrape fetch web url page pages website search inbox email emails mail message messages comment comments issue
  issues thread threads feed rss review reviews ticket tickets post posts tweet tweets news article articles`.split(
    /\s+/,
  ),
);
const GIVING = new Set(
  'get list read fetch search find browse crawl scrape extract navigate open view load query retrieve web'.split(' '),
);
const MAX_NAMED = 5;

export function exposureOf({ permissions, secrets, tools, files }: Seen): Exposure {
  const has = (each: Permission['class']): boolean => permissions.some((permission) => permission.class === each);
  const privateData = [
    ...(has('reads-files') ? ['it reads files'] : []),
    ...places(files),
    ...(secrets.length > 0 ? [`it holds ${few(secrets)}`] : []),
  ];
  const giving = tools.filter(({ name }) => givesTextsOfOthers(name)).map(({ name }) => name);
  const untrustedInput = [
    ...(giving.length > 0 ? [`tools named as if they give texts of others: ${few(giving)}`] : []),
    ...(asksAnywhere(files) ? ['it asks addresses that its code does not fix'] : []),
  ];
  const wayOut = [
    ...(has('network-out') ? ['it asks the network'] : []),
    ...(has('sends-messages') ? ['it sends messages'] : []),
    ...(has('starts-processes') ? ['it starts processes'] : []),
  ];
  return {
    privateData,
    untrustedInput,
    wayOut,
    allThree: [privateData, untrustedInput, wayOut].every(({ length }) => length > 0),
  };
}

function givesTextsOfOthers(name: string): boolean {
  const parts = words(name.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll(/[_.-]/g, ' '));
  return parts.some((part) => GIVING.has(part)) && parts.some((part) => OF_OTHERS.has(part));
}

/** Sensitive places by what they hold: `it reads a place of credentials`. */
function places(files: readonly FileFacts[]): readonly string[] {
  const categories = new Set<string>();
  for (const { facts } of files) {
    for (const { kind, category } of facts) {
      if ((kind === 'file-read' || kind === 'path') && category !== undefined) categories.add(category);
    }
  }
  return [...categories].toSorted().map((category) => `it names places of ${category.replaceAll('-', ' ')}`);
}

function asksAnywhere(files: readonly FileFacts[]): boolean {
  return files.some(({ facts }) => facts.some(({ kind, value }) => kind === 'request' && value === ''));
}

function few(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMED).join(', ');
  return names.length > MAX_NAMED ? `${shown} and ${names.length - MAX_NAMED} more` : shown;
}
