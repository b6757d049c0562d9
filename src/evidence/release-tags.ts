import type { Tag } from '../model/repository.ts';

/** Longer names of tags are looked at to here. */
const MAX_CHARACTERS = 120;
const VERSION = /^(\d{1,20}(?:\.\d{1,20}){0,9})(?:[-._]?([a-z][\w.-]{0,60}))?$/;
/** What stands before a version in the tag of a repository that releases one thing. */
const GENERIC = new Set(['', 'v', 'version', 'ver', 'release', 'releases', 'rel', 'tag', 'stable']);
const SEPARATORS = '-_/@.=+ ';

/**
 * The tag that a release of a package has: `1.2.3`, `v1.2.3`, `release-1.2.3`, and `name@1.2.3` or `packages/name/v1.2.3` where one
 * repository releases several packages. undefined where none is; one that names another package is none.
 */
export function tagOfRelease(tags: readonly Tag[], version: string, packageName: string): Tag | undefined {
  const wanted = folded(version);
  if (wanted === null) return tags.find(({ name }) => name === version || name === `v${version}`);
  const own = namesOf(packageName);
  let generic: Tag | undefined;
  for (const tag of tags) {
    for (const before of beforeVersion(tag.name, wanted)) {
      // A repository that tags its packages by name may have a bare tag of another package too.
      if (own.has(before) || own.has(before.slice(before.lastIndexOf('/') + 1))) return tag;
      if (GENERIC.has(before)) generic ??= tag;
    }
  }
  return generic;
}

/** What stands before a version in a tag, without separators; [] where the tag does not end with that version. */
function beforeVersion(tag: string, wanted: string): readonly string[] {
  const name = tag.slice(0, MAX_CHARACTERS).toLowerCase();
  const found: string[] = [];
  for (let start = 0; start < name.length; start += 1) {
    if (!isDigit(name[start]) || !beginsVersion(name, start)) continue;
    if (folded(name.slice(start)) === wanted) found.push(trimmed(name.slice(0, start)));
  }
  return found;
}

/** After a separator or a `v`; never within a number, so that 1.2.0 is no part of 11.2.0. */
function beginsVersion(name: string, start: number): boolean {
  const before = name[start - 1];
  return before === undefined || SEPARATORS.includes(before) || before === 'v';
}

/** `harbor-mcp/v` → `harbor-mcp`; `v` → ``. */
function trimmed(before: string): string {
  let text = /(?:^|[-_/@.=+ ])v$/.test(before) ? before.slice(0, -1) : before;
  while (text !== '' && SEPARATORS.includes(text.at(-1) ?? '-')) text = text.slice(0, -1);
  return spelt(text);
}

/**
 * One spelling of a version: PyPI drops zeros before a number and points before `rc`, and tags are often shorter by a last zero.
 *
 * `1.2.0-rc.1` and `1.2.0rc1` are one, and so are `2026.01.02` and `2026.1.2`. null for what is no version.
 */
function folded(version: string): string | null {
  const [, release = '', suffix = ''] =
    VERSION.exec(version.slice(0, MAX_CHARACTERS).toLowerCase().split('+', 1)[0] ?? '') ?? [];
  if (release === '') return null;
  const parts = release.split('.').map((part) => part.replace(/^0{1,19}(?=\d)/, ''));
  while (parts.length > 2 && parts.at(-1) === '0') parts.pop();
  return `${parts.join('.')}${suffix
    .replace(/[-._]/g, '')
    .replace(/^alpha/, 'a')
    .replace(/^beta/, 'b')}`;
}

/** `@tidewater/harbor-mcp` as `tidewater-harbor-mcp`, `tidewater/harbor-mcp` and `harbor-mcp`. */
function namesOf(packageName: string): ReadonlySet<string> {
  const name = spelt(packageName.toLowerCase().replace(/^@/, ''));
  return new Set([name, name.replace('/', '-'), name.slice(name.lastIndexOf('/') + 1)]);
}

/** PyPI's names are one whichever of these they are written with. */
function spelt(name: string): string {
  return name.replace(/^@/, '').replace(/[_.]/g, '-');
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}
