import type { Assessment, IdentityShown, PipelineId } from '../model/candidate.ts';
import type { EntryId } from '../model/entry.ts';
import type { Manifest } from '../model/snapshot.ts';
import type { EntryHead, Pipeline, Setting, Survey } from '../pipelines/port.ts';
import type { PipelineReport, ReportHead } from '../report/report.ts';
import { type Assessor, assessor } from '../scoring/assess.ts';
import { declarationOf, type SignalDeclaration } from '../signal.ts';
import { collector, type Collector, type LineStore } from './collect.ts';
import { type Stored, subjectsOf } from './together.ts';

export interface ScanInput extends Stored {
  readonly head: ReportHead;
  readonly manifest: Manifest;
  readonly setting: Setting;
  /** A fresh line store for one pipeline. */
  lines(): LineStore;
  /** Shown every entry beside the pipelines, in the same pass. */
  readonly beside?: readonly Pick<Survey<unknown>, 'see'>[];
  /** Where else an entry stands; left out where entries were not compared with each other. */
  readonly identityOf?: (id: EntryId) => IdentityShown;
  onEntry(): void;
}

/**
 * A pipeline with its context made and hidden, so that pipelines of different contexts run side by side.
 */
export interface BoundPipeline {
  readonly id: PipelineId;
  readonly signals: readonly SignalDeclaration[];
  prepare(entries: AsyncIterable<EntryHead>, setting: Setting): Promise<Assessor>;
}

export function bind<Context>(pipeline: Pipeline<Context>): BoundPipeline {
  return {
    id: pipeline.id,
    signals: pipeline.signals,
    prepare: async (entries, setting) => assessor(pipeline.signals, await pipeline.prepare(entries, setting)),
  };
}

/**
 * Walks a snapshot through all pipelines: once for each that has to know entries of each other, once to assess every entry.
 */
export async function scan(input: ScanInput, pipelines: readonly BoundPipeline[]): Promise<PipelineReport[]> {
  const running = await Promise.all(
    pipelines.map(async (pipeline) => ({
      pipeline,
      collected: collector(pipeline.id, input.lines()),
      assessor: await pipeline.prepare(heads(input), input.setting),
    })),
  );
  for (const { registry } of input.manifest.coverage) {
    for await (const subjects of subjectsOf(registry, input)) {
      for (const { collected, assessor: asked } of running) {
        for (const [index, assessment] of asked.assessEach(subjects).entries()) {
          collected.count(registry, assessment === 'unseen' ? null : (subjects[index]?.depth ?? null));
          if (typeof assessment !== 'string') collected.add(identified(assessment, input));
        }
      }
      for (const each of input.beside ?? []) for (const subject of subjects) each.see(subject);
      for (const _ of subjects) input.onEntry();
    }
  }
  return running.map((each) => reportOf(input, each));
}

function identified(assessment: Assessment, { identityOf }: ScanInput): Assessment {
  return identityOf === undefined ? assessment : { ...assessment, identity: identityOf(assessment.entry.id) };
}

async function* heads({ manifest, entriesOf, subjectOf }: ScanInput): AsyncGenerator<EntryHead> {
  for (const { registry } of manifest.coverage) {
    for await (const stored of entriesOf(registry)) {
      yield {
        id: stored.id,
        registry,
        name: stored.id.slice(registry.length + 1),
        read: () => subjectOf(registry, stored.parse()),
      };
    }
  }
}

interface Running {
  readonly pipeline: BoundPipeline;
  readonly collected: Collector;
  readonly assessor: Assessor;
}

function reportOf(
  { head, manifest }: ScanInput,
  { pipeline, collected, assessor: { outcomes } }: Running,
): PipelineReport {
  return {
    head,
    pipeline: pipeline.id,
    coverage: manifest.coverage,
    packages: manifest.packages,
    ...(manifest.sources === undefined ? {} : { sources: manifest.sources }),
    ...(manifest.repositories === undefined ? {} : { repositories: manifest.repositories }),
    counts: collected.counts(),
    byRegistry: collected.byRegistry(),
    signals: pipeline.signals.map((signal) => ({
      ...(outcomes.get(signal.id) ?? { fired: 0, silent: 0, unseen: 0 }),
      declaration: declarationOf(signal),
    })),
    candidates: collected.candidates(),
  };
}
