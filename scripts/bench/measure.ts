// Runs a program once and says what it cost; shared by the benchmarks, which print ratios of such runs only.
import { spawnSync } from 'node:child_process';

export interface Cost {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMiB: number;
}

// Loaded before the measured program; it writes what the process itself has used to file descriptor 3.
const PROBE = `data:text/javascript,${encodeURIComponent(
  "import{writeSync}from'node:fs';import{isMainThread}from'node:worker_threads';if(isMainThread)process.on('exit',()=>{const r=process.resourceUsage();writeSync(3,JSON.stringify({cpuMs:(r.userCPUTime+r.systemCPUTime)/1000,peakMiB:r.maxRSS/1024}))})",
)}`;

/** The run with the least wall time of several: noise on a shared machine only ever adds. Throws where a run fails. */
export function leastCost(args: readonly string[], runs: number): Cost {
  return Array.from({ length: runs }, () => cost(args)).toSorted((a, b) => a.wallMs - b.wallMs)[0] ?? cost(args);
}

function cost(args: readonly string[]): Cost {
  const startedMs = performance.now();
  const { status, output } = spawnSync(process.execPath, ['--import', PROBE, ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  });
  const wallMs = performance.now() - startedMs;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  const used: { cpuMs: number; peakMiB: number } = JSON.parse(output[3] ?? '');
  return { wallMs, ...used };
}

export function row(name: string, { wallMs, cpuMs, peakMiB }: Cost): string {
  return `${name.padEnd(34)} ${Math.round(wallMs).toString().padStart(7)} ms wall ${Math.round(cpuMs).toString().padStart(7)} ms CPU ${Math.round(peakMiB).toString().padStart(6)} MiB`;
}

export function ratio(name: string, value: number, bound: number): string {
  return `${name.padEnd(34)} ${value.toFixed(2).padStart(7)}   (bound ${bound})${value > bound ? '   OVER' : ''}`;
}
