import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/snapshots.ts';
import { openScratch } from './scratch.ts';

const MEBIBYTE = 1 << 20;

test.each([
  ['nothing', ''],
  ['text of one byte a character', 'harbour'],
  ['text of more bytes than characters', 'ä\u{1f6a2}'.repeat(50)],
  ['a line longer than a first read', 'x'.repeat(16 << 10)],
  ['a line that a first read just holds', 'x'.repeat((16 << 10) - 4)],
  ['a line as long as the buffer', 'x'.repeat(MEBIBYTE)],
  ['a line longer than the buffer', 'ä'.repeat(MEBIBYTE)],
])('gives back %s, from memory and from disk, as text and as bytes', (_what, line) => {
  const scratch = openScratch(temporaryFolder());
  const asText = scratch.append(line);
  expect(scratch.read(asText)).toBe(line);
  const asBytes = scratch.append(Buffer.from(line));
  scratch.append('x'.repeat(2 * MEBIBYTE));
  expect([scratch.read(asText), scratch.read(asBytes)]).toEqual([line, line]);
  scratch.close();
});

test('gives back any of many lines while more are added', () => {
  const scratch = openScratch(temporaryFolder());
  const positions: number[] = [];
  for (let index = 0; index < 20_000; index += 1) {
    positions.push(scratch.append(lineOf(index)));
    const earlier = (index * 7_919) % (index + 1);
    if (scratch.read(positions[earlier] ?? -1) !== lineOf(earlier))
      throw new Error(`line ${earlier} came back changed`);
  }
  expect(scratch.read(positions[0] ?? -1)).toBe('0 ');
  scratch.close();
});

test('leaves no file that has a name', () => {
  const folder = temporaryFolder();
  const scratch = openScratch(folder);
  scratch.append('x'.repeat(2 * MEBIBYTE));
  expect(readdirSync(folder)).toEqual([]);
  scratch.close();
});

test('says what to do where no file can be made', () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  expect(() => openScratch(file)).toThrow(
    expect.objectContaining({ code: 'UNWRITABLE', message: expect.stringContaining(`Cannot write in "${file}"`) }),
  );
});

/** Lines of many lengths, no two alike. */
function lineOf(index: number): string {
  return `${index} `.repeat(1 + (index % 300));
}
