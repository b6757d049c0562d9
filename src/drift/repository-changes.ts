import type { ServerRecord } from '../model/entry.ts';
import type { ChangeKind } from '../model/drift.ts';
import { folderOf, repositoryPath } from '../text/repository-path.ts';
import { type Change, change } from './change.ts';

type Repository = Exclude<ServerRecord['repository'], null | 'none'>;

/** Spelling is no change: `.git`, upper case, a slash at the end, all ways to say that there is none. */
export function repositoryChanges(
  before: ServerRecord['repository'],
  after: ServerRecord['repository'],
): readonly Change[] {
  const [was, is] = [addressOf(before), addressOf(after)];
  if (before === null) return is === null ? [] : [change('repository/first-said', null, is)];
  if (after === null) return was === null ? [] : [change('repository/no-longer-said', was, null)];
  if (before === 'none') return after === 'none' ? [] : [change('repository/added', null, is)];
  if (after === 'none') return [change('repository/removed', was, null)];
  const kind = kindOf(before, after);
  return kind === null ? [] : [change(kind, was, is)];
}

function kindOf(before: Repository, after: Repository): ChangeKind | null {
  const [was, is] = [placeOf(before), placeOf(after)];
  const sameId = before.id !== null && after.id !== null ? before.id === after.id : null;
  if (was === null || is === null) return before.url === after.url ? null : 'repository/other-address';
  if (was.repository === is.repository) {
    if (sameId === false) return 'repository/recreated';
    return was.folder === is.folder ? null : 'repository/other-folder';
  }
  const [hostBefore, ownerBefore] = was.repository.split('/');
  const [hostAfter, ownerAfter] = is.repository.split('/');
  if (hostBefore !== hostAfter) return 'repository/other-host';
  if (ownerBefore !== ownerAfter) return 'repository/other-owner';
  return sameId === true ? 'repository/renamed' : 'repository/other-name';
}

function placeOf({ url, subfolder }: Repository): { repository: string; folder: string | null } | null {
  const place = repositoryPath(url);
  return place === null ? null : { repository: place.repository, folder: folderOf(subfolder) ?? place.folder };
}

/** With folder and id, so that the compared values differ where the change lies in them. */
function addressOf(repository: ServerRecord['repository']): string | null {
  if (repository === null || repository === 'none') return null;
  const { url, subfolder, id } = repository;
  return [url, ...(subfolder === null ? [] : [`folder ${subfolder}`]), ...(id === null ? [] : [`id ${id}`])].join(', ');
}
