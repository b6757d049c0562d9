import { stepsOf, type Step } from '../../src/evidence/source-steps.ts';
import type { ServerRecord } from '../../src/model/entry.ts';
import type { PackageSource, SubjectAt } from '../../src/model/subject.ts';
import { hostOf, registeredLabel, registrableDomain } from '../../src/text/domains.ts';
import { runs, squeezed } from '../../src/text/words.ts';
import { ordinaryDomains } from '../data/index.ts';

/** What a package goes by: nothing that bears its names or lies under its domains is foreign to it. */
export interface OwnNames {
  /** Letters and digits alone: scope, package, namespace, product. */
  readonly words: ReadonlySet<string>;
  /** Registered: of its website, remotes, namespace and repository. */
  readonly domains: ReadonlySet<string>;
}

/** Words of names that say what a thing is, not whose. */
const GENERIC = new Set(
  `mcp server servers client tool tools toolkit api sdk cli core node nodejs js ts py python app apps web data agent agents ai llm
  model context protocol the for and with to of by my official community unofficial github gitlab io com org net dev local remote
  plugin plugins service services connector integration bridge proxy gateway wrapper helper utils lib library module package search
  file files mail email chat message messages manager monitor assistant bot code docs http https cloud open`.split(
    /\s+/,
  ),
);
const ACCOUNT_NAMESPACE = /^(?:io|com)\.(?:github|gitlab)\.([^.]{1,100})$/i;
const MIN_WORD_CHARACTERS = 3;

/** By the entry, its record, the package's name and the repository of its oldest release that was read. */
export function ownNames(subject: SubjectAt['source'], { source }: Step): OwnNames {
  const ofRecord = NAMES.get(subject.record) ?? new Map<PackageSource, OwnNames>();
  NAMES.set(subject.record, ofRecord);
  const known = ofRecord.get(source) ?? namesOf(subject, source);
  ofRecord.set(source, known);
  return known;
}

/** Every signal about hosts or secrets asks for the same package of the same record. */
const NAMES = new WeakMap<ServerRecord, Map<PackageSource, OwnNames>>();

function namesOf({ entry, record }: SubjectAt['source'], source: PackageSource): OwnNames {
  const first = stepsOf(source)[0];
  const addresses = [
    record.websiteUrl,
    record.repository === null || record.repository === 'none' ? null : record.repository.url,
    first?.published.repository ?? null,
    ...(record.remotes ?? []).map(({ url }) => url),
  ];
  const login = ACCOUNT_NAMESPACE.exec(entry.namespace ?? '')?.[1];
  const namespaceDomain = login === undefined ? reversed(entry.namespace ?? '') : null;
  const domains = [...addresses.map((each) => (each === null ? null : domainOfUrl(each))), namespaceDomain];
  const own = domains.flatMap((each) => (each === null || ordinaryDomains.has(each) ? [] : [each]));
  return {
    words: new Set([
      ...wordsOf(source.packument.name),
      ...(login === undefined ? [] : wordsOf(login)),
      ...own.flatMap(labelOf),
    ]),
    domains: new Set(own),
  };
}

/** Whether a word of a name is one of the package's own, or begins with one or one with it (`kube`, `kubernetes`). */
export function isOwnWord({ words }: OwnNames, word: string): boolean {
  if (words.has(word)) return true;
  return (
    word.length > MIN_WORD_CHARACTERS &&
    [...words].some((own) => own.length > MIN_WORD_CHARACTERS && areAkin(own, word))
  );
}

/** The words of a name that are not generic, in lower case. */
export function tellingWords(name: string): readonly string[] {
  return runs(name)
    .flatMap((run) => (run.parts.length > 1 ? run.parts.concat(run.text) : run.parts))
    .filter((word) => word.length >= MIN_WORD_CHARACTERS && !GENERIC.has(word));
}

function areAkin(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** `@stripe/mcp`: stripe. `brave-search-mcp-server`: brave, bravesearch; its other words are what it does. */
function wordsOf(name: string): readonly string[] {
  const slash = name.indexOf('/');
  const [scope, leaf] = slash < 0 ? ['', name] : [name.slice(0, slash), name.slice(slash + 1)];
  const telling = tellingWords(leaf);
  const whole = [scope, leaf, telling.join('')].map(squeezed);
  return [...whole, ...tellingWords(scope), ...telling.slice(0, 1)].filter(
    (word) => word.length >= MIN_WORD_CHARACTERS && !GENERIC.has(word),
  );
}

function labelOf(domain: string): readonly string[] {
  const label = squeezed(registeredLabel(domain) ?? '');
  return label.length >= MIN_WORD_CHARACTERS && !GENERIC.has(label) ? [label] : [];
}

function domainOfUrl(url: string): string | null {
  const host = hostOf(url.replace(/^git\+/, ''));
  return host === null ? null : registrableDomain(host);
}

function reversed(namespace: string): string | null {
  return registrableDomain(namespace.toLowerCase().split('.').toReversed().join('.'));
}
