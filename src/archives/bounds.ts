/**
 * How much of an archive is read. What lies beyond a bound is said to be there, and is not read.
 *
 * The largest file that carried a payload in a published MCP package had 10 MB; registries themselves take up to some 100 MB.
 */

/** Of the archive as it comes over the wire. */
export const MAX_ARCHIVE_BYTES = 200_000_000;
/** Of all that it unpacks to, contents and headers. */
export const MAX_UNPACKED_BYTES = 500_000_000;
/** Deflate reaches 1,032 to 1; text 3 to 10, a sparse file 100. Only asked once so much is unpacked that it costs something. */
export const MAX_RATIO = 200;
export const RATIO_COUNTS_FROM_BYTES = 100_000_000;
export const MAX_ENTRIES = 50_000;
/** In UTF-16 code units. */
export const MAX_PATH_CHARACTERS = 1_024;
/** A longer file has its size and digest taken, and is not described. */
export const MAX_READ_BYTES = 32_000_000;
/** No system lays down a longer one; of what is longer only both ends are looked at. */
export const MAX_NAME_CHARACTERS = 8_192;
/** A gzip may be made of many one after the other; real ones are made of one, those of parallel compressors of some dozens. */
export const MAX_GZIP_MEMBERS = 1_000;
/** Of one extended header: the bound of node-tar. */
export const MAX_EXTENDED_HEADER_BYTES = 1_048_576;
/** Of one extended header; writers give some ten. */
export const MAX_EXTENDED_RECORDS = 1_000;
/** Irregularities of one kind that are told one by one. */
export const MAX_IRREGULARITIES_PER_KIND = 20;
/** A manifest of a real package has some kilobytes. */
export const MAX_MANIFEST_BYTES = 4_000_000;

/** Files described at the same time, so that every worker has one in hand and one waiting. */
export const MAX_DESCRIBED_AT_ONCE = 8;
/** Bytes of file bodies that are held for them, but for a single larger file. */
export const MAX_HELD_BYTES = 16_000_000;
