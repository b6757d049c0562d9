import { styleText } from 'node:util';

const REDRAW_AFTER_MS = 100;
const LINE_AFTER_MS = 10_000;

/** Shows how far long work has come: one redrawn line on a terminal, a line every ten seconds elsewhere. */
export interface Progress {
  /** `total` null: not known beforehand. Starting ends what was shown before. */
  start(what: string, total: number | null): void;
  tick(): void;
  stop(): void;
}

export interface ProgressSettings {
  readonly stream: NodeJS.WriteStream;
  readonly enabled: boolean;
  readonly nowMs: () => number;
}

export function createProgress({ stream, enabled, nowMs }: ProgressSettings): Progress {
  if (!enabled) return { start: () => undefined, tick: () => undefined, stop: () => undefined };
  let work = { what: '', total: null as number | null, done: 0, startedMs: nowMs(), drawnMs: nowMs() };
  let drawn = false;
  const everyMs = stream.isTTY ? REDRAW_AFTER_MS : LINE_AFTER_MS;

  function draw(): void {
    work.drawnMs = nowMs();
    const line = describe(work, work.drawnMs - work.startedMs);
    stream.write(stream.isTTY ? `\r\u001B[K${styleText('dim', line, { stream })}` : `${line}\n`);
    drawn = true;
  }
  function stop(): void {
    if (drawn && stream.isTTY) stream.write('\r\u001B[K');
    drawn = false;
  }
  return {
    start(what, total) {
      stop();
      work = { what, total, done: 0, startedMs: nowMs(), drawnMs: nowMs() };
    },
    tick() {
      work.done += 1;
      // Asking the clock for each of a million ticks would cost more than the work.
      if (work.done % 32 === 0 && nowMs() - work.drawnMs >= everyMs) draw();
    },
    stop,
  };
}

/** `official: 1,200 of 14,133 rows, 480/s, 27 s left`. */
function describe(
  { what, total, done }: { what: string; total: number | null; done: number },
  elapsedMs: number,
): string {
  const perSecond = elapsedMs > 0 ? (done * 1000) / elapsedMs : 0;
  const count = total === null ? grouped(done) : `${grouped(done)} of ${grouped(total)}`;
  const left = total !== null && perSecond > 0 ? `, ${duration((total - done) / perSecond)} left` : '';
  return `${what}: ${count}, ${grouped(Math.round(perSecond))}/s${left}`;
}

/** Thousands by comma whatever the locale. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(Math.max(0, seconds))} s`;
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
