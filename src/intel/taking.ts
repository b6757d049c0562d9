import { instantMs } from '../evidence/time.ts';
import type { IntelRecord } from './port.ts';
import type { ReadRecord } from './record.ts';

/** Counts what is refused, by reason, and keeps the newest time of what is not. */
export interface Taking {
  /** null where it was refused. */
  readonly take: (read: ReadRecord) => IntelRecord | null;
  /** The newest `modified` taken; null where none was. */
  readonly through: () => string | null;
  readonly refused: () => Readonly<Record<string, number>>;
}

export function taking(): Taking {
  const refused = new Map<string, number>();
  let newest: { readonly ms: number; readonly text: string } | null = null;
  return {
    take(read: ReadRecord): IntelRecord | null {
      if ('refused' in read) {
        refused.set(read.refused, (refused.get(read.refused) ?? 0) + 1);
        return null;
      }
      const ms = instantMs(read.record.modified) ?? 0;
      if (newest === null || ms > newest.ms) newest = { ms, text: read.record.modified };
      return read.record;
    },
    through: () => newest?.text ?? null,
    refused: () => Object.fromEntries([...refused].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}
