import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Registries } from '../registries/server.ts';

export interface Run {
  /** null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  /** Without lines of progress, which come where a machine is slow. */
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Called as soon as the process runs, for tests that kill it. */
  readonly onStart?: (child: ChildProcess) => void;
}

const ENTRY = join(import.meta.dirname, 'entry.ts');
/** Not this machine's keys and times, only where programs are; and the sources as compiled for an earlier run, half of what one costs. */
const BARE_ENVIRONMENT = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  NO_COLOR: '1',
  NODE_COMPILE_CACHE: join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'compiled'),
};

/** `scoring 2026-06-29: 17,728 of 34,353, 1,770/s, 2 s left`. */
const PROGRESS = /^[^\n]*: [\d,]+(?: of [\d,]+)?, [\d,]+\/s(?:, [^\n]* left)?\n/gm;

/** Runs the program to its end. */
export async function run(args: readonly string[], { env = {}, cwd, onStart }: RunOptions = {}): Promise<Run> {
  const child = spawn(process.execPath, [ENTRY, ...args], {
    cwd: cwd ?? join(import.meta.dirname, '..', '..'),
    env: { ...BARE_ENVIRONMENT, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onStart?.(child);
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve)),
  ]);
  return { code, stdout, stderr: stderr.replaceAll(PROGRESS, '') };
}

/** A folder for the length of one test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'registry-audit-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** `--base-url` for every registry and ecosystem of the loopback server. */
export function baseUrlFlags({ baseUrls }: { readonly baseUrls: Partial<Registries['baseUrls']> }): string[] {
  return Object.entries(baseUrls).flatMap(([id, url]) => ['--base-url', `${id}=${url}`]);
}

/** A stopped clock and keys that no registry gave out. */
export const CAPTURE_ENVIRONMENT = {
  SOURCE_DATE_EPOCH: '1782691200',
  GLAMA_API_KEY: 'glama-key-of-the-harbour',
  PULSEMCP_API_KEY: 'pulse-key-of-the-harbour',
  PULSEMCP_TENANT_ID: 'harbour',
};

async function text(stream: NodeJS.ReadableStream): Promise<string> {
  let all = '';
  for await (const chunk of stream) all += String(chunk);
  return all;
}
