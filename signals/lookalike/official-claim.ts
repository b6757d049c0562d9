import { cite } from '../../src/evidence/cite.ts';
import type { ServerRecord } from '../../src/model/entry.ts';
import type { Brand } from '../../src/pipelines/brands.ts';
import type { LookalikeContext, View } from '../../src/pipelines/lookalike.ts';
import type { Place, Pointer } from '../../src/model/place.ts';
import { defineSignal, unseen } from '../../src/signal.ts';
import { words } from '../../src/text/words.ts';

/**
 * "Official" said of a server for a brand that does not publish it.
 *
 * "The official Slack server" is a claim; "uses the official Slack API", "from official sources" and "unofficial" are not.
 */
export const officialClaim = defineSignal({
  id: 'lookalike/official-claim',
  title: 'Calls itself official, and is not published by the brand',
  family: 'C',
  needs: 'metadata',
  weight: 10,
  cases: { 'brand-named': { weight: 40, when: 'the server is also named after the brand' } },
  rationale: 'The word is what users look for when several servers have the same brand in their name.',
  falsePositives: 'A vendor whose identities are not in the list of brands, or a resale partner.',
  baseRate: {
    value: '0 of 9,554 with a brand in the name; 1.0 % have the word',
    population: 'official registry',
    date: '2026-05-23',
  },
  references: ['official registry, index of 2026-06-12: 123 of 11,978 descriptions have the word'],

  detect(subject, context: LookalikeContext) {
    const view = context.view(subject);
    if (view.publisher === null) return unseen('the registry does not say who publishes it');
    const texts = textsOf(subject.record, view);
    const claims = texts.flatMap((said) => claimOf(said, view, context) ?? []);
    const unsure = claims.find(({ brand }) => context.owners.mayBe(brand, subject.entry));
    if (unsure !== undefined) return unseen(`whether "${view.publisher}" is ${unsure.brand.name} is not known here`);
    if (claims.length === 0 && subject.record.description === null)
      return unseen('the registry does not show a description');
    return claims.map(({ brand, said, isNamed }) =>
      cite(said.place, said.at, {
        statement: `The ${said.kind} said "official" of a server for ${brand.name}, whose identities do not include the publisher`,
        observed: said.text,
        expected: brand.name,
        ...(isNamed ? { case: 'brand-named' } : {}),
      }),
    );
  },
});

const OFFICIAL = /official/i;

interface Claim {
  readonly said: Said;
  readonly brand: Brand;
  /** Whether the server is also named after the brand. */
  readonly isNamed: boolean;
}

interface Said {
  readonly kind: string;
  readonly text: string;
  readonly place: Place;
  readonly at: Pointer;
}

/** The texts that have the word at all, which are few. */
function textsOf({ description, place, at }: ServerRecord, { names }: View): readonly Said[] {
  const texts: Said[] = names.filter(({ kind, text }) => kind !== 'package' && OFFICIAL.test(text));
  if (description !== null && at.description !== undefined && OFFICIAL.test(description)) {
    texts.push({ kind: 'description', text: description, place, at: at.description });
  }
  return texts;
}

/** What is official, from the word on, and a few words around it. */
interface Phrase {
  readonly subject: readonly string[];
  readonly around: string;
}

const SERVER_WORDS = new Set(['connector', 'extension', 'integration', 'mcp', 'plugin', 'server', 'servers']);
/** `official MCP registry`, `official MCP SDK`: not a server. */
const OTHER_THINGS = new Set(['client', 'inspector', 'registry', 'sdk', 'spec', 'specification']);
/** What makes "official" belong to something that is only used, or denies it. */
const NOT_A_CLAIM_AFTER = new Set(
  'by from for non not of on over through to un use uses using via with without wrapper wraps'.split(' '),
);
/** The noun phrase that "official" began is over. */
const PHRASE_ENDS = new Set('and by for from in of on to using via with'.split(' '));
const ARTICLES = new Set(['a', 'an', 'the']);
const PHRASE_WORDS = 6;
const AROUND_WORDS = 6;

function claimOf(said: Said, view: View, { words: brandWords }: LookalikeContext): Claim | null {
  const phrase = phraseOf(said);
  if (phrase === null) return null;
  const own = new Set(words(view.account ?? ''));
  if (phrase.subject.some((word) => own.has(word))) return null;

  const near = view.notOwned(brandWords.distinctiveIn(phrase.around));
  const isBare = phrase.subject.every((word) => SERVER_WORDS.has(word) || word === 'remote');
  const named = view.foreign.find(({ brand }) => isBare || near.some((each) => each.brand === brand));
  const brand = named?.brand ?? near[0]?.brand;
  return brand === undefined ? null : { said, brand, isNamed: named !== undefined };
}

function phraseOf({ kind, text }: Said): Phrase | null {
  const split = words(text);
  for (const [at, word] of split.entries()) {
    if (word !== 'official' || isUsedOrDenied(split, at)) continue;
    const subject = nounPhrase(split.slice(at + 1, at + 1 + PHRASE_WORDS));
    // A name or a title is all noun phrase: "Stripe (official)".
    const isClaim = kind !== 'description' || isOfServer(subject, split[at + 1 + subject.length]);
    const around = split.slice(Math.max(0, at - 3), at + 1 + subject.length + AROUND_WORDS).join(' ');
    if (isClaim) return { subject, around };
  }
  return null;
}

function isUsedOrDenied(split: readonly string[], at: number): boolean {
  let before = at - 1;
  while (ARTICLES.has(split[before] ?? '')) before -= 1;
  return NOT_A_CLAIM_AFTER.has(split[before] ?? '');
}

function nounPhrase(following: readonly string[]): readonly string[] {
  const end = following.findIndex((word) => PHRASE_ENDS.has(word));
  const phrase = end < 0 ? following : following.slice(0, end);
  const last = phrase.findLastIndex((word) => SERVER_WORDS.has(word));
  return last < 0 ? phrase : phrase.slice(0, last + 1);
}

function isOfServer(subject: readonly string[], next: string | undefined): boolean {
  return SERVER_WORDS.has(subject.at(-1) ?? '') && !OTHER_THINGS.has(next ?? '');
}
