import type { z } from 'zod';
import { ecosystemOf } from './ecosystems.ts';
import type { Affected, IntelRecord } from './port.ts';
import { OsvRecord, StoredRecord } from './schema.ts';

const MAX_SUMMARY_CHARACTERS = 300;
const MAX_DETAILS_CHARACTERS = 20_000;
const MAX_URL_CHARACTERS = 500;
const MAX_WORD_CHARACTERS = 100;
const MAX_REFERENCES = 3;
const MAX_ALIASES = 10;
const MAX_ORIGINS = 10;

/** What tells of the finding; PACKAGE leads to the package itself, and nobody should be sent there. */
const TELLING = new Set(['ADVISORY', 'ARTICLE', 'REPORT', 'EVIDENCE', 'DISCUSSION', 'WEB']);
/** How the most active reporter of PyPI packages says what kind of thing it found. */
const CATEGORY = /Category: ([A-Z][A-Z_]{2,40})/g;

export type ReadRecord = { readonly record: IntelRecord } | { readonly refused: string };

/** A record of OSV, cut to what is matched and shown, or why it cannot be taken; reasons are short, so that equal ones count as one. */
export function recordOf(json: unknown): ReadRecord {
  const checked = OsvRecord.safeParse(json);
  if (!checked.success) return { refused: reasonOf(checked.error) };
  const { id, modified, published, withdrawn, affected, ...shown } = checked.data;
  const packages = affected.flatMap(({ package: named, versions, ranges }): Affected[] =>
    named === undefined ? [] : [{ ecosystem: ecosystemOf(named.ecosystem), name: named.name, versions, ranges }],
  );
  if (packages.length === 0) return { refused: 'it names no package' };
  return {
    record: {
      id,
      modified,
      published: published ?? null,
      withdrawn: withdrawn ?? null,
      aliases: wordsOf(shown.aliases, MAX_ALIASES),
      summary: typeof shown.summary === 'string' ? shown.summary.slice(0, MAX_SUMMARY_CHARACTERS) : null,
      affected: packages,
      references: referencesOf(shown.references),
      origins: originsOf(shown.database_specific),
      labels: labelsOf(shown.details),
    },
  };
}

/** A record read back from a file of ours; null where it is not one. */
export function storedRecordOf(json: unknown): IntelRecord | null {
  return StoredRecord.safeParse(json).data ?? null;
}

/** The record without what is empty, as `storedRecordOf` reads it. */
export function toStored({ affected, ...rest }: IntelRecord): object {
  return {
    ...present(rest),
    affected: affected.map(({ ecosystem, name, ...listed }) => ({ ecosystem, name, ...present(listed) })),
  };
}

/** Where a person reads the record; null where it has no page. */
export function pageOf({ id, references }: IntelRecord): string | null {
  if (/^MAL-\d{4}-\d{1,10}$/.test(id)) return `https://osv.dev/vulnerability/${id}`;
  if (/^GHSA(?:-[0-9a-z]{4}){3}$/.test(id)) return `https://github.com/advisories/${id}`;
  return references[0] ?? null;
}

/** Since when it can have been known: by when it was last changed, where it does not say when it was published. */
export function knownSince({ published, modified }: IntelRecord): string {
  return published ?? modified;
}

function present(fields: object): object {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
}

function reasonOf({ issues: [issue] }: z.ZodError): string {
  if (issue === undefined) return 'it is not a record';
  const path = issue.path.filter((part) => typeof part === 'string').join('.');
  return path === '' ? 'it is not a record' : `${path}: ${issue.message}`.slice(0, 200);
}

function referencesOf(value: unknown): string[] {
  return listOf(value)
    .flatMap((each) => {
      const url = memberOf(each, 'url');
      const type = memberOf(each, 'type');
      const isShown = typeof url === 'string' && url.startsWith('https://') && url.length <= MAX_URL_CHARACTERS;
      return isShown && typeof type === 'string' && TELLING.has(type) ? [url] : [];
    })
    .slice(0, MAX_REFERENCES);
}

function originsOf(specific: unknown): string[] {
  const origins = listOf(memberOf(specific, 'malicious-packages-origins')).map((each) => memberOf(each, 'source'));
  return wordsOf([...new Set(origins)], MAX_ORIGINS);
}

function labelsOf(details: unknown): string[] {
  if (typeof details !== 'string') return [];
  const found = details.slice(0, MAX_DETAILS_CHARACTERS).matchAll(CATEGORY);
  return [...new Set([...found].flatMap(([, label]) => label ?? []))].slice(0, MAX_ORIGINS);
}

function wordsOf(value: unknown, max: number): string[] {
  return listOf(value)
    .filter(isText)
    .filter((each) => each !== '' && each.length <= MAX_WORD_CHARACTERS)
    .slice(0, max);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function memberOf(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
