/** Formats that hold files, by their first bytes: what is inside is not looked into. */
const FORMATS: readonly (readonly [string, string])[] = [
  ['504b0304', 'a zip archive'],
  ['1f8b08', 'compressed with gzip'],
  ['425a68', 'compressed with bzip2'],
  ['fd377a585a00', 'compressed with xz'],
  ['28b52ffd', 'compressed with zstd'],
  ['377abcaf271c', 'a 7z archive'],
  ['526172211a07', 'a RAR archive'],
];
const TAR_MAGIC_AT = 257;

/** What kind of archive bytes are, in words; null where they are none. */
export function nestedArchive(content: Buffer): string | null {
  const start = content.toString('hex', 0, 6);
  const format = FORMATS.find(([magic]) => start.startsWith(magic));
  if (format !== undefined) return format[1];
  return content.toString('latin1', TAR_MAGIC_AT, TAR_MAGIC_AT + 5) === 'ustar' ? 'a tar archive' : null;
}
