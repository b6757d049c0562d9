import { instantMs } from '../evidence/time.ts';
import type { Claimant } from '../identity/claims.ts';
import { publisherKeysOf } from '../identity/publisher-keys.ts';
import type { EntryId, RegistryId, ServerRecord } from '../model/entry.ts';
import { usesOf } from '../model/subject.ts';
import type { AnySubject } from './brand-owners.ts';
import { type NameForm, nameForm } from '../text/name-form.ts';

/** What is kept of every entry: strings and numbers, since a population may have a million. */
export interface PopulationRow {
  readonly id: EntryId;
  readonly registry: RegistryId;
  /** Accounts by which its publisher is known, the namespace's first; [] where none is shown. */
  readonly publisher: readonly string[];
  /** What it is called and what its packages are called, those of generic words alone left out. */
  readonly names: readonly RowName[];
  /** When the first version of its record was published. */
  readonly listedMs: number | null;
  /** The same, or when the first release of one of its packages was, whichever was before. */
  readonly firstMs: number | null;
  /** Uses or visits that its registry counts. */
  readonly uses: number | null;
}

export interface RowName {
  readonly kind: 'name' | 'title' | 'package';
  readonly text: string;
  readonly form: NameForm;
}

/** Ecosystems whose identifiers are names that people type. */
const NAMED_ECOSYSTEMS = new Set(['npm', 'pypi']);
const MAX_PACKAGES = 20;
const MAX_NAME_CHARACTERS = 200;

/** Makes the function that reads entries; names repeat from registry to registry, so their forms are remembered for as long. */
export function populationRows(): (subject: AnySubject, claimant: Claimant) => PopulationRow {
  const forms = new Map<string, NameForm | null>();
  const formOf = (name: string) => {
    const known = forms.get(name);
    if (known !== undefined) return known;
    const form = name.length > MAX_NAME_CHARACTERS ? null : nameForm(name);
    forms.set(name, form);
    return form;
  };
  return (subject, claimant) => {
    const { id, registry } = subject.entry;
    const record = 'record' in subject ? subject.record : null;
    const listedMs = least('record' in subject ? [subject.record, ...subject.earlier].map(publishedMs) : []);
    const created = 'packuments' in subject ? subject.packuments.map(({ createdAt }) => instantMs(createdAt)) : [];
    return {
      id,
      registry,
      publisher: publisherKeysOf(claimant),
      names: namesOf(subject, record, formOf),
      listedMs,
      firstMs: created.length === 0 ? listedMs : least([listedMs, ...created]),
      uses: usesOf(subject),
    };
  };
}

function namesOf(
  { entry }: AnySubject,
  record: ServerRecord | null,
  formOf: (name: string) => NameForm | null,
): readonly RowName[] {
  const names: RowName[] = [];
  const add = (kind: RowName['kind'], text: string, compared: string) => {
    const form = formOf(compared);
    if (form !== null) names.push({ kind, text, form });
  };
  add('name', entry.leaf, entry.leaf);
  const title = record === null ? entry.title : record.title;
  if (title !== null && title !== entry.leaf) add('title', title, title);
  for (const { ecosystem, identifier } of (record?.packages ?? []).slice(0, MAX_PACKAGES)) {
    if (NAMED_ECOSYSTEMS.has(ecosystem)) add('package', identifier, identifier.slice(identifier.lastIndexOf('/') + 1));
  }
  return names;
}

function publishedMs({ publishedAt }: ServerRecord): number | null {
  return instantMs(publishedAt);
}

/** null where none is known. */
export function least(values: readonly (number | null)[]): number | null {
  return values.reduce((known, ms) => (ms !== null && (known === null || ms < known) ? ms : known), null);
}

/** `2026-03-02T00:00:00.000Z`, for what reads dates as they are written. */
export function isoDate(ms: number): string {
  return new Date(ms).toISOString();
}
