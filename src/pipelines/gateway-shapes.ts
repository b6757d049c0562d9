import type { Entry, ServerRecord } from '../model/entry.ts';
import type { Pointer } from '../model/place.ts';
import { hostOf } from '../text/domains.ts';
import { runs, squeezed, words } from '../text/words.ts';

/**
 * What is left of a remote, a repository or a description when the entry's own name is taken out: equal for wrappers that were
 * made from one template: `gateway.acme.example/{name}/mcp`, `… powered by acme`.
 */
export interface Shape {
  readonly of: 'remote' | 'description';
  readonly text: string;
  readonly at: Pointer;
}

const MAX_SEGMENTS = 8;
const MAX_URL_CHARACTERS = 500;
const MIN_NAME_CHARACTERS = 3;
/** Parts of an address that say what a server is, also where they are its name. */
const NO_NAMES = new Set('mcp sse api server servers v1 v2 http https stream www'.split(' '));
/** Words that every description of a server has. */
const FILLERS = new Set('mcp server servers the a an and for to of with api via'.split(' '));
/** Fewer words than this, and a common beginning or end says nothing. */
const MIN_WORDS = 5;
const COMMON_WORDS = 3;
/** Of a longer description, so much of its beginning and of its end is read. */
const END_CHARACTERS = 120;

/** The shapes of an entry; [] where it has neither a remote nor a description. */
export function shapesOf(entry: Entry, record: ServerRecord): readonly Shape[] {
  const name = squeezed(entry.leaf);
  const shapes: Shape[] = [];
  const [first] = record.remotes ?? [];
  const remote = first === undefined ? null : remoteShape(first.url, name);
  if (first !== undefined && remote !== null) {
    shapes.push({ of: 'remote', text: remote, at: first.urlAt ?? `${first.at}/url` });
  }
  if (record.description !== null && record.at.description !== undefined) {
    shapes.push(...descriptionShapes(record.description, entry.leaf, record.at.description));
  }
  return shapes;
}

/** What a description begins and ends with, without the entry's name and without what all servers say. */
function descriptionShapes(description: string, leaf: string, at: Pointer): readonly Shape[] {
  const own = new Set(runs(leaf).flatMap(({ text, parts }) => [text, ...parts]));
  const common = (text: string) => words(text).filter((word) => !own.has(word) && !FILLERS.has(word));
  const isShort = description.length <= END_CHARACTERS;
  const start = common(isShort ? description : description.slice(0, END_CHARACTERS));
  const end = isShort ? start : common(description.slice(-END_CHARACTERS)).slice(1);
  if (start.length < MIN_WORDS || end.length < COMMON_WORDS) return [];
  return [
    { of: 'description', text: `${start.slice(0, COMMON_WORDS).join(' ')} …`, at },
    { of: 'description', text: `… ${end.slice(-COMMON_WORDS).join(' ')}`, at },
  ];
}

/** Host and path with `{name}` for what repeats the name, without query; null where no host is named. */
function remoteShape(url: string, name: string): string | null {
  const host = hostOf(url);
  if (host === null || url.length > MAX_URL_CHARACTERS) return null;
  const [path = ''] = url.slice(url.indexOf('//') + 2).split(/[?#]/, 1);
  const segments = path.split('/').slice(1, MAX_SEGMENTS + 1);
  const labels = host.split('.');
  return [
    ...labels.map((label, index) => (index < labels.length - 2 ? masked(label, name) : label)),
    ...segments.map((segment) => `/${masked(segment, name)}`),
  ]
    .join('.')
    .replaceAll('./', '/');
}

function masked(part: string, name: string): string {
  const text = squeezed(part);
  if (text.length < MIN_NAME_CHARACTERS || NO_NAMES.has(text)) return part;
  const repeats =
    name.includes(text) || (name.length >= MIN_NAME_CHARACTERS && !NO_NAMES.has(name) && text.includes(name));
  return repeats ? '{name}' : part;
}
