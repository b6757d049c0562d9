import { sensitivePlace } from '../places.ts';
import { alternatives, type Context } from './context.ts';
import { FILE_USES } from './file-callees.ts';
import type { AnyCall, Site } from './surveyed.ts';
import { exactText, partlyKnown } from './values.ts';

/** Tells which files a call reads and writes, as far as their paths are constant; false where it does neither. */
export function fileFacts(context: Context, site: Site<AnyCall>, meaning: string): boolean {
  const use = FILE_USES.get(meaning);
  if (use === undefined) return false;
  const flags = use.flags === null ? undefined : site.node.arguments[use.flags];
  const opensForWriting =
    flags !== undefined && /[wa+]/.test(exactText(context.reader.read(flags, site.scope).value) ?? '');
  for (const index of use.reads)
    tellPaths(context, site, meaning, index, opensForWriting ? 'file-write' : 'file-read', false);
  for (const index of use.writes) tellPaths(context, site, meaning, index, 'file-write', false);
  for (const index of use.looks) tellPaths(context, site, meaning, index, 'file-read', true);
  return true;
}

function tellPaths(
  context: Context,
  site: Site<AnyCall>,
  by: string,
  index: number,
  kind: 'file-read' | 'file-write',
  onlySensitive: boolean,
): void {
  const argument = site.node.arguments[index];
  let isKnown = false;
  for (const at of argument === undefined ? [] : alternatives({ node: argument, scope: site.scope })) {
    const from = context.reader.read(at.node, at.scope);
    const value = partlyKnown(from.value);
    if (value === null) continue;
    isKnown = true;
    const category = sensitivePlace(value);
    if (category !== null || !onlySensitive) context.tell({ kind, value, by, category, from }, site);
  }
  if (isKnown && argument !== undefined) context.consume(argument);
  else if (!onlySensitive) context.tell({ kind, value: '', by }, site);
}
