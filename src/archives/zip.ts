import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { MAX_ENTRIES } from './bounds.ts';
import type { ArchiveEntry } from './entry.ts';
import type { Irregularities } from './irregularities.ts';
import { isTooLarge } from './too-large.ts';
import { zipContent } from './zip-content.ts';
import { zipDirectory } from './zip-directory.ts';
import { inspectSpans, type Span } from './zip-spans.ts';

const LINK_MODE = 0o120_000;
const MODE_MASK = 0o170_000;
const MADE_ON_UNIX = 3;
const MAX_MESSAGE_CHARACTERS = 200;

/**
 * The files of a zip by its directory, one at a time, in its order; what is odd about it goes to `found`.
 *
 * Ends where the directory cannot be read any further, or the bounds are met.
 */
export async function* readZip(bytes: Buffer, found: Irregularities): AsyncGenerator<ArchiveEntry, void> {
  const zip = await opened(bytes, found);
  if (zip === null) return;
  const spans: Span[] = [];
  let unpackedBytes = 0;
  for await (const entry of entriesOf(zip, found)) {
    const name = nameOf(entry);
    const span = await spanOf(zip, { entry, name }, found);
    if (span === null) continue;
    spans.push(span);
    if (name.endsWith('/') && entry.uncompressedSize === 0) continue;
    if (isLink(entry)) found.add('link', name, 'It is a symbolic link, which Python lays down as a file.');
    const stored = zip.archive.subarray(span.contentFrom, span.to);
    const read = await zipContent({ entry, name, stored }, found, (more) => {
      unpackedBytes += more;
      return !isTooLarge(unpackedBytes, bytes.length, found);
    });
    if (read === null) return;
    yield read;
  }
  inspectSpans(spans, found);
}

interface Opened {
  readonly archive: Buffer;
  readonly file: ZipFile;
}

/** yauzl's own checks of sizes end the reading, so they are made here, where they are facts. */
async function opened(bytes: Buffer, found: Irregularities): Promise<Opened | null> {
  const directory = zipDirectory(bytes, found);
  if (directory === null) {
    found.add('truncated', '', 'It has no end record, so it ends early or was never whole.');
    return null;
  }
  try {
    const file = await fromBufferPromise(directory.archive, { decodeStrings: false, validateEntrySizes: false });
    file.entryCount = directory.entries ?? file.entryCount;
    return { archive: directory.archive, file };
  } catch (error) {
    found.add('damaged', '', `Its directory cannot be read: ${messageOf(error)}.`);
    return null;
  }
}

async function* entriesOf({ file }: Opened, found: Irregularities): AsyncGenerator<Entry, void> {
  let entries = 0;
  try {
    for await (const entry of file.eachEntry()) {
      if (entries === MAX_ENTRIES) {
        found.add('too-many-entries', '', `Entries after the first ${MAX_ENTRIES} were not read.`);
        return;
      }
      entries += 1;
      yield entry;
    }
  } catch (error) {
    found.add('damaged', '', `Its directory cannot be read any further: ${messageOf(error)}.`);
  }
}

/** Without yauzl's refusals and its exchange of `\`: what names look like is judged where those of tars are. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
}

/** Where an entry's bytes lie; null where there are none. */
async function spanOf(
  { file }: Opened,
  { entry, name }: { readonly entry: Entry; readonly name: string },
  found: Irregularities,
): Promise<Span | null> {
  try {
    const local = await file.readLocalFileHeaderPromise(entry);
    if (!local.fileName.equals(entry.fileNameRaw))
      found.add('damaged', name, 'It has another name before its content than in the directory.');
    const contentFrom = local.fileDataStart;
    return { name, from: entry.relativeOffsetOfLocalHeader, contentFrom, to: contentFrom + entry.compressedSize };
  } catch (error) {
    found.add('damaged', name, `Its content cannot be found: ${messageOf(error)}.`);
    return null;
  }
}

function isLink({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  return versionMadeBy >>> 8 === MADE_ON_UNIX && ((externalFileAttributes >>> 16) & MODE_MASK) === LINK_MODE;
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, MAX_MESSAGE_CHARACTERS);
}
