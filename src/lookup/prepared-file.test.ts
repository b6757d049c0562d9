import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Piece, readPrepared, writePrepared } from './prepared-file.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'registry-audit-prepared-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

function harbour(path: string): readonly Piece[] {
  const file = writePrepared(path);
  const pieces = ['quay', 'lantern', ''].map((text) => file.piece(Buffer.from(text)));
  file.section('tides', Buffer.from('high, low'));
  file.finish('{"key":"harbour"}');
  return pieces;
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

describe('a prepared file', () => {
  test('gives back its head, its sections and its pieces', () => {
    const path = join(folder(), 'file');
    const pieces = harbour(path);
    const file = readPrepared(path);
    expect(file?.head).toBe('{"key":"harbour"}');
    expect(file?.section('tides').toString()).toBe('high, low');
    expect(pieces.map((piece) => file?.piece(piece).toString())).toEqual(['quay', 'lantern', '']);
    expect(file?.run(pieces).map(String)).toEqual(['quay', 'lantern', '']);
    file?.close();
  });

  test('leaves nothing behind where it is discarded, and nothing half made where another stands', () => {
    const home = folder();
    const path = join(home, 'file');
    harbour(path);
    const before = readFileSync(path);
    const file = writePrepared(path);
    file.piece(Buffer.from('half'));
    file.discard();
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(home)).toEqual(['file']);
  });

  test('two that are made at once are both whole, and the last stands', () => {
    const home = folder();
    const path = join(home, 'file');
    const [one, other] = [writePrepared(path), writePrepared(path)];
    one.section('of', Buffer.from('one'));
    other.section('of', Buffer.from('other'));
    one.finish('1');
    other.finish('2');
    expect([readPrepared(path)?.head, readPrepared(path)?.section('of').toString()]).toEqual(['2', 'other']);
    expect(readdirSync(home)).toEqual(['file']);
  });

  test.each([
    ['is missing', (path: string) => rmSync(path)],
    ['is empty', (path: string) => truncateSync(path, 0)],
    ['is cut short', (path: string) => truncateSync(path, readFileSync(path).length - 1)],
    ['is somebody else’s', (path: string) => writeFileSync(path, 'a shopping list, '.repeat(50))],
    ['has another table of contents', (path: string) => flip(path, readFileSync(path).length - 40)],
    ['claims a table larger than itself', (path: string) => flip(path, readFileSync(path).length - 21)],
  ])('is none where it %s', (_what, harm) => {
    const path = join(folder(), 'file');
    harbour(path);
    harm(path);
    expect(readPrepared(path)).toBeNull();
  });

  test('does not give back a piece that is not what was written, and is gone after it', () => {
    const path = join(folder(), 'file');
    const [first] = harbour(path);
    flip(path, 1);
    const file = readPrepared(path);
    expect(() => first && file?.piece(first)).toThrow(/was damaged and has been removed/);
    expect(existsSync(path)).toBe(false);
  });

  test('does not give back a section that it does not have', () => {
    const path = join(folder(), 'file');
    harbour(path);
    expect(() => readPrepared(path)?.section('ebb')).toThrow(/was damaged/);
  });
});
