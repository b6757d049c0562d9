/** A tar archive (POSIX ustar), the same bytes wherever and whenever it is made. */
const BLOCK_BYTES = 512;
const NAME_BYTES = 100;
/** npm's own: 1985-10-26, so that archives of equal files are equal. */
const MTIME_SECONDS = 499_162_500;

export type TarEntry =
  | { readonly path: string; readonly content: Buffer }
  /** A symbolic link. */
  | { readonly path: string; readonly linkTo: string };

/** Throws for a path that fits in no header; such paths need an extension that no case has use for. */
export function tar(entries: readonly TarEntry[]): Buffer {
  const blocks = entries.flatMap((entry) => {
    if ('linkTo' in entry) return [header(entry.path, { sizeBytes: 0, type: '2', linkTo: entry.linkTo })];
    const { path, content } = entry;
    return [header(path, { sizeBytes: content.length, type: '0', linkTo: '' }), content, padding(content.length)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK_BYTES)]);
}

function header(path: string, of: { sizeBytes: number; type: string; linkTo: string }): Buffer {
  const block = Buffer.alloc(BLOCK_BYTES);
  const [prefix, name] = split(path);
  block.write(name, 0);
  block.write('0000644\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(octal(of.sizeBytes), 124);
  block.write(octal(MTIME_SECONDS), 136);
  block.fill(' ', 148, 156);
  block.write(of.type, 156);
  block.write(of.linkTo, 157);
  block.write('ustar\x0000', 257, 'latin1');
  block.write(prefix, 345);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** Prefix and name of a path, split at a slash where it is too long for the name alone. */
function split(path: string): [prefix: string, name: string] {
  if (Buffer.byteLength(path) <= NAME_BYTES) return ['', path];
  const at = path.indexOf('/', path.length - NAME_BYTES - 1);
  if (at < 1 || at > 155) throw new Error(`too long for a header: ${path}`);
  return [path.slice(0, at), path.slice(at + 1)];
}

function octal(number: number): string {
  return `${number.toString(8).padStart(11, '0')}\0`;
}

function padding(bytes: number): Buffer {
  return Buffer.alloc((BLOCK_BYTES - (bytes % BLOCK_BYTES)) % BLOCK_BYTES);
}
