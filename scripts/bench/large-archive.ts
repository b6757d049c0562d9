import { gzipSync } from 'node:zlib';
import { tar } from '../cases/tar.ts';
import { between, stream } from '../population/random.ts';

const FILES = 200;
const FILE_BYTES = 250_000;

/** A tarball of 50 MB of programs; stored, not deflated, so that it is as large on the wire as it is unpacked. */
export function largeArchive(name: string): Buffer {
  const chance = stream('two archives', name);
  const manifest = { path: 'package/package.json', content: Buffer.from(JSON.stringify({ name, version: '1.0.0' })) };
  const files = Array.from({ length: FILES }, (_, at) => {
    const lines: string[] = [];
    let bytes = 0;
    while (bytes < FILE_BYTES) {
      const line = `export function berth${lines.length}(tide) { return tide * ${between(chance, 1, 1e9)} + quay("${between(chance, 1, 1e9)}"); }`;
      lines.push(line);
      bytes += line.length + 1;
    }
    return { path: `package/lib/${at}.js`, content: Buffer.from(lines.join('\n')) };
  });
  return gzipSync(tar([manifest, ...files]), { level: 0 });
}
