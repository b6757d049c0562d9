import type { IndexedEntry } from '../lookup/port.ts';
import { repositoryPath } from '../text/repository-path.ts';
import type { Config, ListName, Rule } from './schema.ts';

/** Which of an organisation's lists an entry is on, by which rule. */
export interface Listing {
  readonly list: ListName;
  readonly rule: Rule;
  /** As the organisation wrote it; null where it gave none. */
  readonly reason: string | null;
}

/** What the rules go by. */
export type Listed = Pick<IndexedEntry, 'id' | 'name' | 'namespace' | 'packages' | 'repository' | 'remotes'>;

/** Strictest first: what is blocked stays blocked though a wider rule allows it. */
const ORDER = ['block', 'curated', 'allow'] as const satisfies readonly ListName[];

/** The first rule that holds, block before curated before allow; null where none does. */
export function listedBy(config: Pick<Config, ListName>, entry: Listed): Listing | null {
  for (const list of ORDER) {
    const rule = config[list].find((each) => holds(each, entry));
    if (rule !== undefined) return { list, rule, reason: rule.reason ?? null };
  }
  return null;
}

/** The one that goes before the others; null where there is none. */
export function strictest(listings: readonly (Listing | null)[]): Listing | null {
  const present = listings.filter((each) => each !== null);
  return ORDER.flatMap((list) => present.find((each) => each.list === list) ?? [])[0] ?? null;
}

/**
 * The list of something that entries name, such as a package. Anybody may name it, so that a blocked entry counts only where all that
 * name it are blocked.
 */
export function listedAmong(config: Pick<Config, ListName>, own: Listed, entries: readonly Listed[]): Listing | null {
  const listings = entries.map((entry) => listedBy(config, entry));
  const isBlocked = listings.length > 0 && listings.every((each) => each?.list === 'block');
  return strictest([listedBy(config, own), ...listings.filter((each) => isBlocked || each?.list !== 'block')]);
}

/** `namespace io.github.acme, host *.acme.example`. */
export function ruleSaid({ reason: _reason, ...parts }: Rule): string {
  return Object.entries(parts)
    .map(([part, pattern]) => `${part} ${pattern}`)
    .join(', ');
}

/** Every part of a rule has to hold; what a registry does not say holds for no pattern. */
function holds(rule: Rule, { id, name, namespace, packages, repository, remotes }: Listed): boolean {
  const place = repository === null ? null : (repositoryPath(repository)?.repository ?? null);
  const purls = (packages ?? []).flatMap(({ purl }) => purl ?? []);
  const hosts = (remotes ?? []).flatMap(({ url }) => URL.parse(url)?.hostname ?? []);
  return (
    isLike(rule.name, [id, name]) &&
    isLike(rule.namespace, namespace === null ? [] : [namespace]) &&
    isLike(rule.purl?.replaceAll('@', '%40'), purls) &&
    isLike(rule.repository, place === null ? [] : [place]) &&
    isLike(rule.host, hosts)
  );
}

function isLike(pattern: string | undefined, values: readonly string[]): boolean {
  return pattern === undefined || values.some((value) => matches(pattern, value));
}

/** `*` stands for any characters; case does not count. Linear in both, whatever they hold. */
export function matches(pattern: string, value: string): boolean {
  const [first = '', ...rest] = pattern.toLowerCase().split('*');
  const text = value.toLowerCase();
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return text.length - from >= last.length && text.endsWith(last);
}
