import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise } from 'yauzl';
import { IntelError } from './intel-error.ts';
import { MALICIOUS_ID } from './osv.ts';
import { type ReadRecord, recordOf } from './record.ts';

/**
 * The records of malicious packages in the archive of an ecosystem, some hundred thousand among all its records.
 *
 * Archives of packages are read by src/archives, which is bound to what one package may hold; here names decide what is unpacked.
 */
const MAX_ENTRIES = 3_000_000;
const MAX_RECORD_BYTES = 8_000_000;
const STORED = 0;
const DEFLATED = 8;

/** In the order of the archive; a record that cannot be read is refused. Throws IntelError DAMAGED where the archive is no zip or ends early. */
export async function* archivedRecords(bytes: Buffer): AsyncGenerator<ReadRecord> {
  try {
    const zip = await fromBufferPromise(bytes);
    if (zip.entryCount > MAX_ENTRIES) throw new IntelError('DAMAGED', `the archive has more than ${MAX_ENTRIES} files`);
    for await (const entry of zip.eachEntry()) {
      const { fileName } = entry;
      if (!fileName.endsWith('.json') || !MALICIOUS_ID.test(fileName.slice(0, -'.json'.length))) continue;
      const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
      yield recordIn(entry, bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize));
    }
  } catch (error) {
    if (error instanceof IntelError) throw error;
    throw new IntelError(
      'DAMAGED',
      `the archive is damaged: ${error instanceof Error ? error.message : 'no reason'}`,
      error,
    );
  }
}

function recordIn(entry: Entry, stored: Buffer): ReadRecord {
  const content = contentOf(entry, stored);
  if ('refused' in content) return content;
  const json = parsed(content.bytes);
  if (json === undefined) return { refused: 'it is not JSON' };
  const read = recordOf(json);
  const isNamedSo = !('record' in read) || `${read.record.id}.json` === entry.fileName;
  return isNamedSo ? read : { refused: 'its file has the name of another record' };
}

function contentOf(entry: Entry, stored: Buffer): { readonly bytes: Buffer } | { readonly refused: string } {
  const { uncompressedSize, compressionMethod } = entry;
  if (uncompressedSize > MAX_RECORD_BYTES) return { refused: `it has more than ${MAX_RECORD_BYTES} bytes` };
  if (entry.isEncrypted() || (compressionMethod !== STORED && compressionMethod !== DEFLATED)) {
    return { refused: 'it cannot be unpacked' };
  }
  const bytes = compressionMethod === STORED ? stored : inflated(stored, uncompressedSize);
  const isWhole = bytes !== null && bytes.length === uncompressedSize && crc32(bytes) === entry.crc32;
  return isWhole ? { bytes } : { refused: 'its bytes are damaged' };
}

function inflated(stored: Buffer, maxBytes: number): Buffer | null {
  try {
    return inflateRawSync(stored, { maxOutputLength: Math.max(1, maxBytes) });
  } catch {
    return null;
  }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
