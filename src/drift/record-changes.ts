import type { ServerRecord, ToolClaim } from '../model/entry.ts';
import type { ReadRow } from '../registries/port.ts';
import { type Change, change, saidAtAll } from './change.ts';
import { inputChanges } from './input-changes.ts';
import { packageChanges } from './package-changes.ts';
import { remoteChanges } from './remote-changes.ts';
import { repositoryChanges } from './repository-changes.ts';
import { isSameTime } from './same-time.ts';

/**
 * What differs between two rows of one entry, in the normal form that every shape of its registry is read into; [] for nothing.
 *
 * A row that shows only a name says nothing of the rest, so only name, title and publisher are compared with it.
 */
export function recordChanges(before: ReadRow, after: ReadRow): readonly Change[] {
  const shown = [
    ...textChange('publisher/changed', before.entry.namespace, after.entry.namespace),
    ...textChange('title/changed', titleOf(before), titleOf(after)),
  ];
  if (before.record === null || after.record === null) return shown;
  return [...shown, ...contentChanges(before.record, after.record)];
}

function contentChanges(before: ServerRecord, after: ServerRecord): readonly Change[] {
  return [
    ...repositoryChanges(before.repository, after.repository),
    ...remoteChanges(before.remotes, after.remotes),
    ...packageChanges(before.packages, after.packages),
    ...inputChanges(before, after),
    ...toolChanges(before.tools, after.tools),
    ...textChange('status/changed', before.status, after.status),
    ...textChange('status/message', before.statusMessage, after.statusMessage),
    ...textChange('website/changed', before.websiteUrl, after.websiteUrl),
    ...textChange('description/changed', before.description, after.description),
    ...markChanges(before.marks, after.marks),
    ...republished(before, after),
  ];
}

function textChange(
  kind:
    | 'publisher/changed'
    | 'title/changed'
    | 'description/changed'
    | 'website/changed'
    | 'status/changed'
    | 'status/message',
  before: string | null,
  after: string | null,
): readonly Change[] {
  // Left out of one kind of listing, or of the rows of one year: then it is not known, and nothing changed.
  if ((kind === 'publisher/changed' || kind === 'status/changed') && (before === null || after === null)) return [];
  return (before ?? '') === (after ?? '') ? [] : [change(kind, before, after)];
}

/** A publisher's new version has a time of its own. */
function republished(before: ServerRecord, after: ServerRecord): readonly Change[] {
  if (before.version === null || before.version !== after.version) return [];
  const [was, is] = [before.publishedAt, after.publishedAt];
  return was === null || is === null || isSameTime(was, is) ? [] : [change('version/republished', was, is)];
}

function toolChanges(before: readonly ToolClaim[] | null, after: readonly ToolClaim[] | null): readonly Change[] {
  const said = saidAtAll('tools', before, after, ({ name }) => name);
  if (said !== null || before === null || after === null) return said ?? [];
  const [was, is] = [new Map(before.map((tool) => [tool.name, tool])), new Map(after.map((tool) => [tool.name, tool]))];
  const came = [...is.keys()].filter((name) => !was.has(name));
  const went = [...was.keys()].filter((name) => !is.has(name));
  const reworded = [...was.values()].filter(
    ({ name, description }) => is.has(name) && is.get(name)?.description !== description,
  );
  return [
    ...(came.length === 0 ? [] : [change('tools/added', null, came)]),
    ...(went.length === 0 ? [] : [change('tools/dropped', went, null)]),
    ...(reworded.length === 0
      ? []
      : [
          change(
            'tools/reworded',
            reworded.map(worded),
            reworded.map(({ name }) => worded(is.get(name))),
          ),
        ]),
  ];
}

function worded(tool: ToolClaim | undefined): string {
  return tool === undefined ? '' : `${tool.name}: ${tool.description ?? ''}`;
}

function markChanges(before: readonly string[], after: readonly string[]): readonly Change[] {
  const differing = new Set(before).symmetricDifference(new Set(after));
  return differing.size === 0 ? [] : [change('marks/changed', before, after)];
}

function titleOf({ entry, record }: ReadRow): string | null {
  return record?.title ?? entry.title;
}
