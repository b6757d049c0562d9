import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const ENTRY = join(ROOT, 'test', 'program', 'entry.ts');
/** Far above what any run of the campaign takes: what is still running then is taken for hanging. */
const HANGS_AFTER_MS = 300_000;

export interface Ended {
  /** null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly tookMs: number;
}

export interface Running {
  readonly env?: Readonly<Record<string, string>>;
  /** Loaded before the program. */
  readonly preload?: string;
  readonly onStart?: (child: ChildProcess) => void;
}

/** Runs the program from its sources to its end, with nothing of this machine's keys and settings. Throws where it hangs. */
export async function program(args: readonly string[], { env = {}, preload, onStart }: Running = {}): Promise<Ended> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, [...(preload === undefined ? [] : ['--import', preload]), ENTRY, ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onStart?.(child);
  let hangs = false;
  const watch = setTimeout(() => {
    hangs = true;
    child.kill('SIGKILL');
  }, HANGS_AFTER_MS);
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve)),
  ]);
  clearTimeout(watch);
  if (hangs) throw new Error(`still running after ${HANGS_AFTER_MS} ms: ${args.join(' ')}`);
  return { code, stdout, stderr, tookMs: performance.now() - startedMs };
}

async function text(stream: NodeJS.ReadableStream): Promise<string> {
  let all = '';
  for await (const chunk of stream) all += String(chunk);
  return all;
}
