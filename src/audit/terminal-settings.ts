import { inert } from '../text/inert.ts';
import type { Level } from './report.ts';

export interface TerminalSettings {
  /** Places that were looked at, those without settings too. */
  readonly looked: number;
  /** Whether the lock was written. */
  readonly updated: boolean;
  /** Written as `~`. */
  readonly home: string;
  /** Colours a line's mark; on no terminal it changes nothing. */
  paint(this: void, level: Level, text: string): string;
}

/** A path for people. */
export function short(path: string, { home }: Pick<TerminalSettings, 'home'>): string {
  const isInside = home.length > 1 && path.startsWith(home) && /^[/\\]/.test(path.slice(home.length));
  return inert(isInside ? `~${path.slice(home.length)}` : path, 200);
}
