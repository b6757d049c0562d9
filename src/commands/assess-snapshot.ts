import { tmpdir } from 'node:os';
import type { IntelIndex } from '../intel/port.ts';
import type { RegistryId } from '../model/entry.ts';
import type { GatewayWithFacts } from '../model/gateway.ts';
import { gatewayFacts } from '../pipelines/gateway-facts.ts';
import { gatewaySurvey } from '../pipelines/gateway.ts';
import { lookalike, type Surveyed } from '../pipelines/lookalike.ts';
import { identityShown, populationSurvey } from '../pipelines/population.ts';
import type { Survey } from '../pipelines/port.ts';
import { rugPull } from '../pipelines/rug-pull.ts';
import { REPORT_SCHEMA_VERSION, type PipelineReport } from '../report/report.ts';
import { bind, scan as scanEntries } from '../scan/run.ts';
import { survey } from '../scan/survey.ts';
import { askedByLookalike, askedByRugPull, gatewaySignals } from '../../signals/index.ts';
import { gateways as listedGateways, protectedNames } from '../../signals/data/index.ts';
import { readEntries, type Snapshot } from '../snapshot/read.ts';
import { openScratch, READ_BACK_BUFFER_BYTES, type Scratch } from '../snapshot/scratch.ts';
import { attributionsOf } from './attributions.ts';
import { openBaseline, openSubjects } from './subjects.ts';
import { intelShown } from './intel-lists.ts';
import { tool } from './tool.ts';
import type { Progress } from './progress.ts';

export type Reports = [PipelineReport, ...PipelineReport[]];

/** What a scan of one snapshot comes to. */
export interface Assessed {
  readonly reports: Reports;
  /** null where entries were not compared with each other. */
  readonly gateways: readonly GatewayWithFacts[] | null;
}

/** As it waits on disk. */
export interface AssessedSnapshot extends Assessed {
  /** Frees the disk space of the candidates, which cannot be read after it; it is freed with the process in any case. */
  readonly close: () => void;
}

interface Assess {
  readonly snapshot: Snapshot;
  readonly baseline: Snapshot | null;
  /** Lists of packages recorded as malicious that entries are held against. */
  readonly intel: IntelIndex;
  readonly progress: Progress;
  /** Made when entries know of each other, and shown every entry while it is scored. */
  readonly observers?: (surveyed: Required<Surveyed>) => readonly Pick<Survey<unknown>, 'see'>[];
}

/** Puts every entry of a snapshot through all pipelines. The candidates are read back as they are asked for, until it is closed. */
export async function assessSnapshot({
  snapshot,
  baseline,
  intel,
  progress,
  observers = () => [],
}: Assess): Promise<AssessedSnapshot> {
  const { manifest } = snapshot;
  const subjects = await openSubjects(snapshot);
  const waiting: Scratch[] = [];
  const entries = manifest.coverage.reduce((sum, { distinct }) => sum + distinct, 0);
  const stored = {
    manifest,
    entriesOf: (registry: RegistryId) => readEntries(snapshot, registry),
    subjectOf: subjects.read,
  };
  try {
    progress.start(`comparing the entries of ${manifest.date}`, entries);
    const surveyed = await surveyedIn(stored, () => progress.tick());
    const facts = gatewayFacts(gatewaySignals, surveyed.gateways);
    progress.start(`scoring ${manifest.date}`, entries);
    const [first, ...rest] = await scanEntries(
      {
        ...stored,
        head: {
          schemaVersion: REPORT_SCHEMA_VERSION,
          snapshot: { date: manifest.date, origin: manifest.origin, tool: manifest.tool },
          baseline: baseline?.manifest.date ?? null,
          tool: tool(),
          intel: intelShown(intel),
          attributions: attributionsOf(manifest),
        },
        setting: { asOf: manifest.date, baseline: baseline === null ? null : await openBaseline(baseline), intel },
        beside: [facts, ...observers(surveyed)],
        identityOf: (id) => identityShown(surveyed.population, id),
        lines: () => {
          const lines = openScratch(tmpdir(), READ_BACK_BUFFER_BYTES);
          waiting.push(lines);
          return lines;
        },
        onEntry: () => progress.tick(),
      },
      [bind(lookalike(askedByLookalike, protectedNames, surveyed)), bind(rugPull(askedByRugPull))],
    );
    if (first === undefined) throw new Error('a scan without pipelines');
    return {
      reports: [first, ...rest],
      gateways: facts.result(),
      close: () => {
        for (const each of waiting) each.close();
      },
    };
  } finally {
    progress.stop();
    subjects.close();
  }
}

/** What entries have to know of each other, by one pass over all of them. */
async function surveyedIn(
  stored: Pick<Parameters<typeof survey>[0], 'manifest' | 'entriesOf' | 'subjectOf'>,
  onEntry: () => void,
): Promise<Required<Surveyed>> {
  const population = populationSurvey(protectedNames, { asOf: stored.manifest.date });
  const gateways = gatewaySurvey({ ...protectedNames, listed: listedGateways });
  await survey(stored, [population, gateways, { see: onEntry }]);
  // The gateways first: what is kept of entries for their sake is gone before names are compared, which takes the most memory.
  const found = gateways.result();
  return { population: population.result(), gateways: found };
}
