import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { z } from 'zod';

const Packed = z.array(
  z.object({ filename: z.string(), size: z.number(), files: z.array(z.object({ path: z.string() })) }),
);
/** All that the package is made of. */
const SHIPPED =
  /^(?:bin\/registry-audit\.js|dist\/(?:src|signals|page)\/[\w./-]+|schemas\/[\w.-]+\.json|snapshots\/\d{4}-\d\d-\d\d\/[\w./-]+|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/;
const NOT_SHIPPED = /\.test\.|(?:^|\/)testing\/|\.map$/;

export interface Tarball {
  readonly path: string;
  readonly bytes: number;
  readonly files: number;
  readonly faults: readonly string[];
}

/** Packs the package as it would be published, builds it before that, and looks at what is in it. Throws where it cannot be packed. */
export async function packed(root: string, into: string): Promise<Tarball> {
  mkdirSync(into, { recursive: true });
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['pack', '--json', '--foreground-scripts=false', '--pack-destination', into],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`npm pack ended with ${status}: ${stderr.slice(-1_000)}`);
  const [first] = Packed.parse(JSON.parse(stdout.slice(stdout.indexOf('['))));
  if (first === undefined) throw new Error('npm packed nothing');
  const path = join(into, first.filename);
  const unexpected = first.files
    .map((file) => file.path)
    .filter((file) => !SHIPPED.test(file) || NOT_SHIPPED.test(file));
  return {
    path,
    bytes: first.size,
    files: first.files.length,
    faults: [...unexpected.map((file) => `${file} would be published`), ...(await linted(root, path))],
  };
}

async function linted(root: string, path: string): Promise<readonly string[]> {
  const bytes = readFileSync(path);
  const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { messages } = await publint({ pack: { tarball }, strict: true });
  const manifest: Record<string, unknown> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return messages
    .filter(({ type }) => type !== 'suggestion')
    .map((message) => `publint: ${formatMessage(message, manifest) ?? message.code}`);
}
