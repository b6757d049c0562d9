import { tmpdir } from 'node:os';
import { type DriftSource, driftBetween } from '../drift/drift.ts';
import type { LineStore } from '../drift/lines.ts';
import { refusedNames } from '../drift/refused-names.ts';
import type { Drift } from '../model/drift.ts';
import type { QuarantinedRow } from '../model/snapshot.ts';
import { parsedLine, readEntries, readLines, type Snapshot } from '../snapshot/read.ts';
import { openScratch, READ_BACK_BUFFER_BYTES } from '../snapshot/scratch.ts';
import { damaged } from '../snapshot/snapshot-error.ts';
import type { Progress } from './progress.ts';
import { entryReader } from './subjects.ts';

interface DriftBetween {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly progress: Progress;
  /** Where the changes wait to be read; one of its own, which is open until the process ends, unless given. */
  readonly lines?: LineStore;
}

/** What changed between two snapshots; the changes are read back as they are asked for. */
export async function driftBetweenSnapshots({ before, after, progress, lines }: DriftBetween): Promise<Drift> {
  const entries = after.manifest.coverage.reduce((sum, { distinct }) => sum + distinct, 0);
  progress.start(`comparing ${before.manifest.date} with ${after.manifest.date}`, entries);
  try {
    return await driftBetween(sourceOf(before), sourceOf(after), {
      // Never closed: the reports read from it until the process ends, and it has no name to clean up.
      lines: lines ?? openScratch(tmpdir(), READ_BACK_BUFFER_BYTES),
      onEntry: () => progress.tick(),
    });
  } finally {
    progress.stop();
  }
}

function sourceOf(snapshot: Snapshot): DriftSource {
  const { folder, manifest } = snapshot;
  return {
    manifest,
    entriesOf: (registry) => readEntries(snapshot, registry),
    read: entryReader(),
    async refusedNames(registry) {
      const names = new Set<string>();
      const row = manifest.coverage.find((each) => each.registry === registry);
      if (row === undefined || row.quarantined === 0) return names;
      for await (const { bytes, number } of readLines(snapshot, QUARANTINE)) {
        const refused = parsedLine(bytes.toString('utf8'), { folder, path: QUARANTINE, number });
        if (!isQuarantined(refused)) throw damaged(folder, QUARANTINE, `line ${number} is not a refused row`);
        if (refused.registry === registry) for (const name of refusedNames(refused)) names.add(name);
      }
      return names;
    },
    disordered: (id) => damaged(folder, 'entries', `the entry "${id}" is not in the order of ids`),
  };
}

const QUARANTINE = 'quarantine.ndjson.gz';

function isQuarantined(value: unknown): value is Pick<QuarantinedRow, 'registry' | 'excerpt'> {
  if (typeof value !== 'object' || value === null || !('registry' in value) || !('excerpt' in value)) return false;
  return typeof value.registry === 'string' && typeof value.excerpt === 'string';
}
