import { sensitivePlace } from '../places.ts';
import { argument, type Arguments } from './calls.ts';
import { isText, NO_WAYS, wholeText, type Ways } from './constants.ts';
import { FIELD } from './grammar.ts';
import { displayed, type Call, type Notes, type Recognise } from './notes.ts';
import type { PythonFile } from './python-file.ts';
import { childIn } from './tree.ts';
import { valuesOf } from './values.ts';

type Access = 'read' | 'write';
/** The places of what is read and written among the arguments. */
interface Places {
  readonly read?: number;
  readonly write?: number;
}

const OPENING = [
  'open',
  'io.open',
  'codecs.open',
  'aiofiles.open',
  'anyio.open_file',
  'gzip.open',
  'bz2.open',
  'lzma.open',
  'zipfile.ZipFile',
  'tarfile.open',
  'shelve.open',
];
const ACCESSES: ReadonlyMap<string, Places> = new Map<string, Places>([
  ...['remove', 'unlink', 'truncate', 'chmod', 'rmdir', 'removedirs'].map((name): [string, Places] => [
    `os.${name}`,
    { write: 0 },
  ]),
  ...['rename', 'renames', 'replace'].map((name): [string, Places] => [`os.${name}`, { read: 0, write: 1 }]),
  ...['symlink', 'link'].map((name): [string, Places] => [`os.${name}`, { write: 1 }]),
  ...['copy', 'copy2', 'copyfile', 'copytree', 'move'].map((name): [string, Places] => [
    `shutil.${name}`,
    { read: 0, write: 1 },
  ]),
  ['shutil.rmtree', { write: 0 }],
  ['shutil.make_archive', { read: 2, write: 0 }],
  ['shutil.unpack_archive', { read: 0, write: 1 }],
  ['sqlite3.connect', { read: 0 }],
  ['linecache.getline', { read: 0 }],
  ['linecache.getlines', { read: 0 }],
  ['fileinput.input', { read: 0 }],
  ['fileinput.FileInput', { read: 0 }],
  ['configparser.ConfigParser().read', { read: 0 }],
  ['dotenv.load_dotenv', { read: 0 }],
  ['dotenv.dotenv_values', { read: 0 }],
  ['dotenv.set_key', { write: 0 }],
  ['urllib.request.urlretrieve', { write: 1 }],
]);
/** Walking a folder is news only where the folder is. */
const WALKS = ['os.listdir', 'os.scandir', 'os.walk', 'glob.glob', 'glob.iglob'];
const PATH = 'pathlib.Path()';
const READING_METHODS = ['read_text', 'read_bytes'];
const WRITING_METHODS = ['write_text', 'write_bytes', 'unlink', 'rmdir', 'chmod', 'symlink_to', 'hardlink_to', 'touch'];
const RENAMING_METHODS = ['rename', 'replace'];
const WALKING_METHODS = ['iterdir', 'glob', 'rglob'];

export const FILES: ReadonlyMap<string, Recognise> = new Map<string, Recognise>([
  ...OPENING.map((path): [string, Recognise] => [
    path,
    (file, call, notes) => {
      const at = argument(call.args, 0, 'file', 'filename', 'name', 'path');
      for (const access of accessesOf(file, call.args, 1)) note(file, call, { at, access, notes });
    },
  ]),
  [
    'os.open',
    (file, call, notes) =>
      note(file, call, { at: argument(call.args, 0, 'path'), access: flagsOf(file, call.args), notes }),
  ],
  ...[...ACCESSES].map(([path, places]): [string, Recognise] => [
    path,
    (file, call, notes) => accessed(file, call, { places, notes }),
  ]),
  ...WALKS.map((path): [string, Recognise] => [
    path,
    (file, call, notes) => walked(file, call, { at: argument(call.args, 0), notes }),
  ]),
  ...READING_METHODS.map((name): [string, Recognise] => [`${PATH}.${name}`, method('read')]),
  ...WRITING_METHODS.map((name): [string, Recognise] => [`${PATH}.${name}`, method('write')]),
  ...WALKING_METHODS.map((name): [string, Recognise] => [
    `${PATH}.${name}`,
    (file, call, notes) => walked(file, call, { at: objectOf(file, call), notes }),
  ]),
  ...RENAMING_METHODS.map((name): [string, Recognise] => [
    `${PATH}.${name}`,
    (file, call, notes) => {
      note(file, call, { at: objectOf(file, call), access: 'read', notes });
      note(file, call, { at: argument(call.args, 0, 'target'), access: 'write', notes });
    },
  ]),
  [
    `${PATH}.open`,
    (file, call, notes) => {
      for (const access of accessesOf(file, call.args, 0))
        note(file, call, { at: objectOf(file, call), access, notes });
    },
  ],
]);

/** Methods that only paths have, of something that nothing in the file says the kind of. */
export const PATH_METHODS: ReadonlyMap<string, Access> = new Map<string, Access>([
  ...READING_METHODS.map((name): [string, Access] => [name, 'read']),
  ...['write_text', 'write_bytes'].map((name): [string, Access] => [name, 'write']),
]);

export function pathMethod(file: PythonFile, call: Call, notes: Notes): void {
  const access = PATH_METHODS.get(call.path.slice(call.path.lastIndexOf('.') + 1));
  if (access !== undefined) note(file, call, { at: objectOf(file, call), access, notes });
}

function method(access: Access): Recognise {
  return (file, call, notes) => note(file, call, { at: objectOf(file, call), access, notes });
}

/** What stands before the dot of a method call. */
function objectOf(file: PythonFile, call: Call): number | null {
  const callee = childIn(file.tree, call.node, FIELD.function);
  return callee === null ? null : childIn(file.tree, callee, FIELD.object);
}

interface Accessed {
  readonly at: number | null;
  readonly access: Access;
  readonly notes: Notes;
}

function note(file: PythonFile, call: Call, { at, access, notes }: Accessed): void {
  notes.told(at);
  for (const { value, ways } of pathsAt(file, at)) {
    notes.add(access === 'read' ? 'file-read' : 'file-write', call.node, {
      value,
      by: displayed(call.path),
      category: sensitivePlace(value),
      ways: ways | call.ways,
    });
  }
}

function accessed(
  file: PythonFile,
  call: Call,
  { places, notes }: { readonly places: Places; readonly notes: Notes },
): void {
  for (const access of ['read', 'write'] as const) {
    const place = places[access];
    const at =
      place === undefined ? null : argument(call.args, place, ...(access === 'read' ? READ_NAMES : WRITE_NAMES));
    if (at !== null) note(file, call, { at, access, notes });
  }
}

function walked(
  file: PythonFile,
  call: Call,
  { at, notes }: { readonly at: number | null; readonly notes: Notes },
): void {
  if (pathsAt(file, at).some(({ value }) => sensitivePlace(value) !== null))
    note(file, call, { at, access: 'read', notes });
}

/** `~` for the home folder, `*` for a part that is not known, '' where nothing is. */
function pathsAt(file: PythonFile, node: number | null): readonly { readonly value: string; readonly ways: Ways }[] {
  const paths = (node === null ? [] : valuesOf(file, node))
    .filter(isText)
    .map(({ text, ways }) => ({ value: text, ways }));
  return paths.length === 0 ? [{ value: '', ways: NO_WAYS }] : paths;
}

/** What a mode such as `r+` allows; reading where it is not known. */
function accessesOf(file: PythonFile, args: Arguments, place: number): readonly Access[] {
  const at = argument(args, place, 'mode', 'flag');
  const mode = (at === null ? null : wholeText(file.fold(at))) ?? 'r';
  const isWritten = /[wax+]/.test(mode);
  const isRead = mode.includes('+') ? !/[wax]/.test(mode) : !isWritten;
  return [...(isRead ? (['read'] as const) : []), ...(isWritten ? (['write'] as const) : [])];
}

function flagsOf(file: PythonFile, args: Arguments): Access {
  const at = argument(args, 1, 'flags');
  const flags = at === null ? '' : file.tree.text.slice(file.tree.starts[at], file.tree.ends[at]);
  return /O_(?:WRONLY|RDWR|CREAT|APPEND|TRUNC)/.test(flags) ? 'write' : 'read';
}

const READ_NAMES = ['src', 'path', 'filename', 'dotenv_path', 'database', 'root_dir'];
const WRITE_NAMES = ['dst', 'path', 'dotenv_path', 'extract_dir', 'base_name', 'filename'];
