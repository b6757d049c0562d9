import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Registries, startRegistries } from '../../test/registries/server.ts';
import { type Chance, stream } from '../population/random.ts';
import { compare, type Comparing, type Verdict } from './compare.ts';
import { harbour } from './harbour.ts';
import { type Ended, program, type Running } from './program.ts';

export const DATE = '2026-06-29';
const FAULT_CHARACTERS = 52;
const NUMBER_CHARACTERS: readonly number[] = [9, 6, 12, 9, 10];

/** What a campaign works with. */
export interface Field {
  readonly long: boolean;
  readonly registries: Registries;
  /** A snapshot that nothing disturbed, and how long it took. */
  readonly undisturbed: Home;
  readonly undisturbedMs: number;
  /** Chance of its own for each name: what one campaign draws moves no other. */
  chance(this: void, name: string): Chance;
}

export interface Home {
  readonly folder: string;
  readonly snapshots: string;
  /** The one snapshot in it. */
  readonly snapshot: string;
  readonly cache: string;
}

/** A kind of fault with what came of it. */
export interface Outcome {
  readonly fault: string;
  readonly injected: number;
  /** Runs that ended with the same bytes as the undisturbed one. */
  readonly same: number;
  /** Runs that lost something and say so. */
  readonly named: number;
  /** Runs that ended with a message, without a snapshot and without harm to what was there. */
  readonly stopped: number;
  readonly entriesLost: number;
  /** What must not be: silent losses, bugs, leftovers. */
  readonly failures: readonly string[];
  /** Why nothing was injected; null where something was. */
  readonly skipped: string | null;
}

export type Campaign = (field: Field) => Promise<readonly Outcome[]>;

const ENVIRONMENT = {
  SOURCE_DATE_EPOCH: '1782691200',
  GLAMA_API_KEY: 'glama-key-of-the-harbour',
  PULSEMCP_API_KEY: 'pulse-key-of-the-harbour',
  PULSEMCP_TENANT_ID: 'harbour',
};

/** Runs campaigns one after another over one harbour; `seed` decides every draw. */
export async function inField(
  { long, seed }: { readonly long: boolean; readonly seed: string },
  work: (field: Field) => Promise<void>,
): Promise<void> {
  const registries = await startRegistries(harbour());
  const undisturbed = newHome();
  try {
    const { code, stderr, tookMs } = await capture(registries, undisturbed);
    if (code !== 0) throw new Error(`the undisturbed capture ended with ${code}: ${stderr}`);
    await work({ long, registries, undisturbed, undisturbedMs: tookMs, chance: (name) => stream(seed, name) });
  } finally {
    remove(undisturbed);
    await registries.close();
  }
}

export function newHome(folder: string = mkdtempSync(join(tmpdir(), 'registry-audit-faults-'))): Home {
  const snapshots = join(folder, 'snapshots');
  return { folder, snapshots, snapshot: join(snapshots, DATE), cache: join(folder, 'cache') };
}

export function remove({ folder }: Home): void {
  rmSync(folder, { recursive: true, force: true });
}

export interface Capturing extends Running {
  readonly more?: readonly string[];
  readonly cache?: string;
}

export async function capture(
  { baseUrls }: Registries,
  home: Home,
  { more = [], cache = home.cache, env, ...running }: Capturing = {},
): Promise<Ended> {
  const flags = Object.entries(baseUrls).flatMap(([id, url]) => ['--base-url', `${id}=${url}`]);
  const folders = ['--snapshots', home.snapshots, '--cache', cache];
  const args = ['capture', '--date', DATE, '--no-progress', '--json', ...folders, ...flags, ...more];
  return program(args, { ...running, env: { ...ENVIRONMENT, ...env } });
}

/** Adds up what single runs came to. */
export interface Counting {
  /** A run that should have ended with a snapshot, or with a message where it may stop. */
  ended(
    this: void,
    run: Ended,
    home: Home,
    options?: Comparing & { readonly mayStop?: boolean; readonly label?: string },
  ): void;
  verdict(this: void, verdict: Verdict | { readonly ended: 'stopped' }, label?: string): void;
  fail(this: void, what: string): void;
  outcome(this: void, injected: number): Outcome;
}

export function counting(fault: string, undisturbed: Home): Counting {
  const seen = { same: 0, named: 0, stopped: 0, entriesLost: 0 };
  const failures: string[] = [];

  function verdict(of: Verdict | { readonly ended: 'stopped' }, label = ''): void {
    if (of.ended !== 'lost') {
      seen[of.ended] += 1;
      return;
    }
    seen.entriesLost += of.entries;
    failures.push(`${label} ${of.where}`.trim());
  }

  return {
    verdict,
    fail: (what) => void failures.push(what),
    ended({ code, stderr }, home, { mayStop = false, label = '', ...comparing } = {}) {
      if (code === 0) verdict(compare(undisturbed.snapshot, home.snapshot, comparing), label);
      else if (mayStop && isExplained(code, stderr)) verdict({ ended: 'stopped' });
      else failures.push(`${label} ended with ${code}: ${stderr.trim().split('\n').slice(0, 4).join(' / ')}`.trim());
    },
    outcome: (injected) => ({ fault, injected, ...seen, failures, skipped: null }),
  };
}

/** A known end with a message to act on: no stack, no word of a bug. */
export function isExplained(code: number | null, stderr: string): boolean {
  return (code === 2 || code === 4) && /^registry-audit: \S/m.test(stderr) && !/\n\s+at /.test(stderr);
}

export function skipped(fault: string, why: string): Outcome {
  return { fault, injected: 0, same: 0, named: 0, stopped: 0, entriesLost: 0, failures: [], skipped: why };
}

export function renderHead(): string {
  return cells(['fault', 'injected', 'same', 'loss named', 'stopped', 'lost']);
}

export function renderOutcome({ fault, injected, same, named, stopped, entriesLost, skipped: why }: Outcome): string {
  return cells(why === null ? [fault, injected, same, named, stopped, entriesLost] : [fault, `skipped: ${why}`]);
}

export function renderTotal(outcomes: readonly Outcome[]): string {
  const total = (of: (outcome: Outcome) => number) => outcomes.reduce((sum, outcome) => sum + of(outcome), 0);
  return cells([
    'together',
    total(({ injected }) => injected),
    total(({ same }) => same),
    total(({ named }) => named),
    total(({ stopped }) => stopped),
    total(({ entriesLost }) => entriesLost),
  ]);
}

function cells([fault = '', ...numbers]: readonly (string | number)[]): string {
  return [
    String(fault).padEnd(FAULT_CHARACTERS),
    ...numbers.map((cell, column) => String(cell).padStart(NUMBER_CHARACTERS[column] ?? 0)),
  ].join(' ');
}
