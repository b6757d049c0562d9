import type { Json, ResourceDescriptor } from '../model/place.ts';
import type { StoredEntry, StoredPackage, StoredRow } from '../model/snapshot.ts';
import type { StoredHosted } from '../model/repository.ts';
import type { StoredRelease } from '../model/source.ts';

/** Keys in fixed order, so that equal rows are equal bytes. */
export function storedRowLine({ record, resource, pointer, detail }: StoredRow): string {
  const head = `{"record":${JSON.stringify(record)},"resource":${resourceLine(resource)},"pointer":${JSON.stringify(pointer)}`;
  return detail === undefined ? `${head}}` : `${head},"detail":${storedRowLine(detail)}}`;
}

export function storedPackageLine(stored: StoredPackage): string {
  if (stored.outcome === 'not-read') {
    const { purl, outcome, reason } = stored;
    return JSON.stringify({ purl, outcome, reason });
  }
  const { purl, outcome, document, resource } = stored;
  return JSON.stringify({ purl, outcome, document, resource: ordered(resource) });
}

/** The facts are made by this program alone, always with their keys in the same order. */
export function storedReleaseLine(stored: StoredRelease): string {
  const { purl, outcome } = stored;
  if (outcome === 'not-read') return JSON.stringify({ purl, outcome, reason: stored.reason });
  return JSON.stringify({ purl, outcome, facts: stored.facts });
}

export function storedHostedLine(stored: StoredHosted): string {
  const { key, outcome } = stored;
  if (stored.outcome !== 'read') return JSON.stringify({ key, outcome, reason: stored.reason });
  const { document, resource, tags } = stored;
  if (tags === undefined) return JSON.stringify({ key, outcome, document, resource: ordered(resource) });
  const kept =
    tags.outcome === 'not-read'
      ? { outcome: tags.outcome, reason: tags.reason }
      : {
          outcome: tags.outcome,
          complete: tags.complete,
          pages: tags.pages.map((page) => ({ document: page.document, resource: ordered(page.resource) })),
        };
  return JSON.stringify({ key, outcome, document, resource: ordered(resource), tags: kept });
}

export function ordered({ uri, sha256, retrievedAt }: ResourceDescriptor): ResourceDescriptor {
  return { uri, sha256, retrievedAt };
}

// By hand and not by zod: these look at a handful of fields of a million lines, and leave the record as it is.

export function isStoredEntry(value: unknown): value is StoredEntry {
  if (!isObject(value) || typeof value.id !== 'string' || !isStoredRow(value.latest)) return false;
  return value.earlier === undefined || (Array.isArray(value.earlier) && value.earlier.every(isStoredRow));
}

export function isStoredPackage(value: unknown): value is StoredPackage {
  if (!isObject(value) || typeof value.purl !== 'string') return false;
  if (value.outcome === 'not-read') return typeof value.reason === 'string';
  return value.outcome === 'read' && value.document !== undefined && isResource(value.resource);
}

/** Looks no deeper than the digest covers: a file whose bytes are the captured ones holds what this program wrote. */
export function isStoredRelease(value: unknown): value is StoredRelease {
  if (!isObject(value) || typeof value.purl !== 'string') return false;
  if (value.outcome === 'not-read') return typeof value.reason === 'string';
  return value.outcome === 'read' && isObject(value.facts) && Array.isArray(value.facts.archives);
}

export function isStoredHosted(value: unknown): value is StoredHosted {
  if (!isObject(value) || typeof value.key !== 'string') return false;
  if (value.outcome === 'absent' || value.outcome === 'not-read') return typeof value.reason === 'string';
  if (value.outcome !== 'read' || value.document === undefined || !isResource(value.resource)) return false;
  return value.tags === undefined || isStoredTags(value.tags);
}

function isStoredTags(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (value.outcome === 'not-read') return typeof value.reason === 'string';
  return (
    value.outcome === 'read' &&
    typeof value.complete === 'boolean' &&
    Array.isArray(value.pages) &&
    value.pages.every((page) => isObject(page) && page.document !== undefined && isResource(page.resource))
  );
}

function isStoredRow(value: unknown): value is StoredRow {
  if (!isObject(value) || value.record === undefined) return false;
  if (typeof value.pointer !== 'string' || !isResource(value.resource)) return false;
  return value.detail === undefined || isStoredRow(value.detail);
}

function isResource(value: unknown): value is ResourceDescriptor {
  if (!isObject(value)) return false;
  return typeof value.uri === 'string' && typeof value.sha256 === 'string' && typeof value.retrievedAt === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, Json | undefined>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A page's hundred rows share its resource. */
const RESOURCE_LINES = new WeakMap<ResourceDescriptor, string>();

function resourceLine(resource: ResourceDescriptor): string {
  const known = RESOURCE_LINES.get(resource);
  if (known !== undefined) return known;
  const line = JSON.stringify(ordered(resource));
  RESOURCE_LINES.set(resource, line);
  return line;
}
