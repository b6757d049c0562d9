import { describe, expect, it } from 'vitest';
import type { Fired } from '../model/finding.ts';
import type { Subject } from '../model/subject.ts';
import type { Signal } from '../signal.ts';

export interface SignalCases<Context> {
  readonly context: Context;
  readonly fires: Readonly<Record<string, Fires>>;
  /** The near miss, the honest twin: looked at, nothing found. */
  readonly silent: Readonly<Record<string, Subject>>;
  /** What it cannot look at; left out where nothing is out of its sight. */
  readonly unseen?: Readonly<Record<string, Subject>>;
}

export interface Fires {
  readonly on: Subject;
  /** Pointer of the first evidence, or of all of them in order. */
  readonly citing: string | readonly string[];
  /** Where a case of the declaration weighs differently. */
  readonly weight?: number;
}

/** A signal's test is a table: each row is one subject and one outcome. */
export function describeSignal<Context>(signal: Signal<Context>, cases: SignalCases<Context>): void {
  const { context, fires, silent, unseen = {} } = cases;

  describe(`signal ${signal.id}`, () => {
    it.each(Object.entries(fires))('fires: %s', (_name, { on, citing, weight = signal.weight }) => {
      const finding = firedOn(signal, on, context);
      const pointers = finding.evidence.map(({ at }) => at.pointer);
      for (const pointer of pointers) expect(pointer).toMatch(/^\//);
      expect(typeof citing === 'string' ? pointers[0] : pointers).toEqual(citing);
      expect(finding.weight).toBe(weight);
    });

    it.each(Object.entries(silent))('stays silent: %s', (_name, subject) => {
      expect(signal.examine(subject, context)).toEqual({ signal: signal.id, outcome: 'silent' });
    });

    it.each(Object.entries(unseen))('cannot see: %s', (_name, subject) => {
      expect(signal.examine(subject, context)).toMatchObject({ signal: signal.id, outcome: 'unseen' });
    });
  });
}

function firedOn<Context>(signal: Signal<Context>, subject: Subject, context: Context): Fired {
  const finding = signal.examine(subject, context);
  if (finding.outcome === 'fired') return finding;
  throw new Error(`${signal.id} was ${finding.outcome}: ${'reason' in finding ? finding.reason : 'nothing found'}`);
}
