import type { IntelContext } from '../intel/port.ts';
import type { Baseline } from '../model/entry.ts';
import type { Signal } from '../signal.ts';
import type { Pipeline } from './port.ts';

export interface RugPullContext {
  /** The snapshot's date: "now" for every age. */
  readonly asOf: string;
  /** The newest record of each entry in the snapshot compared with; null where there is none. */
  readonly baseline: Baseline | null;
}

/** What changed, and does the change fit? An entry is compared with its own past only, so no pass over the others is needed. */
export function rugPull(
  signals: readonly Signal<RugPullContext & IntelContext>[],
): Pipeline<RugPullContext & IntelContext> {
  return {
    id: 'rug-pull',
    signals,
    async prepare(_entries, { asOf, baseline, intel }) {
      return { asOf, baseline, intel };
    },
  };
}
