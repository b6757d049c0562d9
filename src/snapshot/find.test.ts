import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/snapshots.ts';
import { findSnapshot, listSnapshots } from './find.ts';

test('a snapshot is found by its date, in the first folder that has it finished', () => {
  const [own, shipped] = [temporaryFolder(), temporaryFolder()];
  lay(own, '2026-06-29', { finished: false });
  lay(shipped, '2026-06-29');
  lay(own, '2026-05-04');
  lay(shipped, '2026-05-04');
  expect(findSnapshot('2026-06-29', [own, shipped])).toBe(join(shipped, '2026-06-29'));
  expect(findSnapshot('2026-05-04', [own, shipped])).toBe(join(own, '2026-05-04'));
});

test('all snapshots are listed by date, and whether they are finished; other folders and files are none', () => {
  const folder = temporaryFolder();
  lay(folder, '2026-06-29');
  lay(folder, '2026-05-04', { finished: false });
  lay(folder, 'notes');
  writeFileSync(join(folder, 'README.md'), '');
  expect(listSnapshots([folder, join(folder, 'nowhere')])).toEqual([
    { date: '2026-05-04', folder: join(folder, '2026-05-04'), finished: false },
    { date: '2026-06-29', folder: join(folder, '2026-06-29'), finished: true },
  ]);
});

test('a file in the place of a folder holds none', () => {
  const file = join(temporaryFolder(), 'harbour.txt');
  writeFileSync(file, '');
  expect(listSnapshots([file])).toEqual([]);
});

test('the same folder twice is named once', () => {
  const folder = temporaryFolder();
  expect(() => findSnapshot('2026-06-29', [folder, folder])).toThrow(`in "${folder}". There are none yet`);
});

test('a date without a snapshot is answered with the dates there are', () => {
  const folder = temporaryFolder();
  lay(folder, '2026-06-29');
  lay(folder, '2026-05-04');
  lay(folder, '2026-06-01', { finished: false });
  expect(() => findSnapshot('2026-06-30', [folder])).toThrow(
    expect.objectContaining({
      code: 'NOT_FOUND',
      message: expect.stringContaining('There are: 2026-05-04, 2026-06-29.'),
    }),
  );
});

test('of very many dates the newest are named', () => {
  const folder = temporaryFolder();
  for (let day = 1; day <= 25; day += 1) lay(folder, `2026-05-${String(day).padStart(2, '0')}`);
  expect(() => findSnapshot('2026-06-30', [folder])).toThrow(/There are: 2026-05-06, .*2026-05-25 and 5 earlier\./);
});

test('where there are none at all it says so', () => {
  expect(() => findSnapshot('2026-06-30', [temporaryFolder()])).toThrow(/There are none yet/);
});

test('a capture that did not finish is not taken for a snapshot', () => {
  const folder = temporaryFolder();
  lay(folder, '2026-06-29', { finished: false });
  expect(() => findSnapshot('2026-06-29', [folder])).toThrow(
    expect.objectContaining({ code: 'UNFINISHED', message: expect.stringContaining('Run the same capture again') }),
  );
});

test.each(['../2026-06-29', '2026-06-29/..', '', '2026-6-29'])('"%s" is not a date that leads anywhere', (date) => {
  const folder = temporaryFolder();
  lay(folder, '2026-06-29');
  expect(() => findSnapshot(date, [join(folder, '2026-06-29'), folder])).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND' }),
  );
});

function lay(folder: string, name: string, { finished = true } = {}): void {
  mkdirSync(join(folder, name), { recursive: true });
  if (finished) writeFileSync(join(folder, name, 'manifest.json'), '{}');
}
