import type { Input, RegistryId, ServerRecord } from '../model/entry.ts';
import type { Authentication, ToolCounts } from '../model/trend.ts';
import type { ReadRow } from '../registries/port.ts';
import { repositoryOwner } from '../text/repository.ts';
import { isSecretName } from '../text/secret-names.ts';

/** What the entries of one registry come to; sees each once, in any order. */
export interface EntryCounts {
  readonly publishers: number | null;
  readonly authentication: Authentication;
  readonly tools: ToolCounts | null;
}

export interface EntrySurvey {
  see(row: ReadRow): void;
  of(registry: RegistryId): EntryCounts;
}

interface Seen {
  readonly publishers: Set<string>;
  readonly authentication: Record<keyof Authentication, number>;
  readonly toolCounts: number[];
}

export function entrySurvey(): EntrySurvey {
  const all = new Map<RegistryId, Seen>();
  return {
    see({ entry, record }) {
      const seen = all.get(entry.registry) ?? nothingSeen();
      all.set(entry.registry, seen);
      const publisher = publisherOf({ entry, record });
      if (publisher !== null) seen.publishers.add(publisher);
      seen.authentication[authenticationOf(record)] += 1;
      if (record !== null && record.tools !== null) seen.toolCounts.push(record.tools.length);
    },
    of(registry) {
      const { publishers, authentication, toolCounts } = all.get(registry) ?? nothingSeen();
      return {
        publishers: publishers.size === 0 ? null : publishers.size,
        authentication: { ...authentication },
        tools: toolCounts.length === 0 ? null : toolsOf(toolCounts),
      };
    },
  };
}

/** Whom the registry shows: the namespace, else the owner of the repository; null where neither is known. */
export function publisherOf({ entry, record }: ReadRow): string | null {
  const repository = record?.repository ?? null;
  return entry.namespace ?? (repository === null || repository === 'none' ? null : repositoryOwner(repository.url));
}

/** From what is declared alone: a server may ask for a secret that its record does not name. */
export function authenticationOf(record: ServerRecord | null): keyof Authentication {
  if (record === null) return 'unseen';
  const { packages, remotes, inputs } = record;
  if (packages === null && remotes === null && inputs === null) return 'unseen';
  const declared = [
    ...(packages ?? []).flatMap((each) => each.inputs),
    ...(remotes ?? []).flatMap((each) => each.inputs),
    ...(inputs ?? []),
  ];
  if (declared.length === 0) return 'notDeclared';
  return declared.some(isSecret) ? 'declared' : 'otherInputs';
}

function isSecret({ name, isSecret: said }: Input): boolean {
  return said === true || isSecretName(name);
}

function nothingSeen(): Seen {
  return {
    publishers: new Set(),
    authentication: { declared: 0, otherInputs: 0, notDeclared: 0, unseen: 0 },
    toolCounts: [],
  };
}

function toolsOf(counts: readonly number[]): ToolCounts {
  const inOrder = counts.toSorted((a, b) => a - b);
  return {
    entries: counts.length,
    tools: counts.reduce((sum, count) => sum + count, 0),
    median: inOrder[Math.floor((counts.length - 1) / 2)] ?? 0,
  };
}
