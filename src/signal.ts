import { DEPTHS } from './model/depth.ts';
import type { Evidence, Family, Finding, SignalId } from './model/finding.ts';
import type { ReadableDepth, Subject, SubjectAt } from './model/subject.ts';

/** incriminates: adds to a score. clears: lowers one. fact: is shown beside, worth no points. */
export type SignalRole = 'incriminates' | 'clears' | 'fact';

export interface SignalDeclaration {
  /** `${pipeline}/${what-was-observed}`, answerable by yes or no. */
  readonly id: SignalId;
  readonly title: string;
  readonly role: SignalRole;
  readonly family: Family;
  readonly needs: ReadableDepth;
  /** Points from 1 to 100; for `clears`, how many per cent of the score it takes away; 0 for facts. */
  readonly weight: number;
  /** Cases that weigh differently, by the name that evidence gives; `when` completes "it weighs this when …". */
  readonly cases?: Readonly<Record<string, { readonly weight: number; readonly when: string }>>;
  readonly rationale: string;
  readonly falsePositives: string;
  /** How often it fires on ordinary entries, where that was measured. */
  readonly baseRate: { readonly value: string; readonly population: string; readonly date: string } | null;
  readonly references: readonly string[];
}

export interface SignalSpec<D extends ReadableDepth, Context> extends Omit<SignalDeclaration, 'role' | 'needs'> {
  readonly role?: SignalRole;
  readonly needs: D;
  /** Evidence for each thing found, [] for nothing, or `unseen(…)` where a field it needs is not known. */
  readonly detect: (subject: SubjectAt[D], context: Context) => readonly Evidence[] | Unseen;
}

export interface Signal<Context> extends SignalDeclaration {
  examine(subject: Subject, context: Context): Finding;
}

/** The answer of a signal that could not look: not the same as having looked and found nothing. */
export interface Unseen {
  readonly unseen: string;
}

/** `reason` completes "could not look: …". */
export function unseen(reason: string): Unseen {
  return { unseen: reason };
}

/** Declares a signal once; `detect` is what its author writes, `examine` is what everyone calls. */
export function defineSignal<D extends ReadableDepth, Context>(spec: SignalSpec<D, Context>): Signal<Context> {
  const { detect, role = 'incriminates', ...declaration } = spec;
  const needed = DEPTHS.indexOf(spec.needs);
  // Most answers are one of these, some fifty times for each of a million entries.
  const silent = { signal: spec.id, outcome: 'silent' } as const;
  const tooShallow = {
    name: { signal: spec.id, outcome: 'unseen', reason: `needs depth ${spec.needs}, had name` },
    metadata: { signal: spec.id, outcome: 'unseen', reason: `needs depth ${spec.needs}, had metadata` },
    package: { signal: spec.id, outcome: 'unseen', reason: `needs depth ${spec.needs}, had package` },
    source: { signal: spec.id, outcome: 'unseen', reason: `needs depth ${spec.needs}, had source` },
  } as const;
  return {
    ...declaration,
    role,
    examine(subject, context) {
      if (!reaches<D>(subject, needed)) return tooShallow[subject.depth];
      const found = detect(subject, context);
      if (isUnseen(found)) return { signal: spec.id, outcome: 'unseen', reason: found.unseen };
      const first = found[0];
      if (first === undefined) return silent;
      const evidence = [first, ...found.slice(1)] as const;
      const weight = Math.max(...evidence.map((each) => weightOf(spec, each)));
      return { signal: spec.id, family: spec.family, outcome: 'fired', weight, evidence };
    },
  };
}

/** The same signal, counting only the evidence that is kept; one with none left is silent. */
export function narrowed<Context>(
  signal: Signal<Context>,
  keep: (evidence: Evidence, subject: Subject) => boolean,
): Signal<Context> {
  return {
    ...signal,
    examine(subject, context) {
      const finding = signal.examine(subject, context);
      if (finding.outcome !== 'fired') return finding;
      const [first, ...rest] = finding.evidence.filter((each) => keep(each, subject));
      if (first === undefined) return { signal: signal.id, outcome: 'silent' };
      const evidence = [first, ...rest] as const;
      return { ...finding, evidence, weight: Math.max(...evidence.map((each) => weightOf(signal, each))) };
    },
  };
}

/** What is declared, without the function; for catalogues and reports. */
export function declarationOf(signal: SignalDeclaration): SignalDeclaration {
  const { id, title, role, family, needs, weight, cases, rationale, falsePositives, baseRate, references } = signal;
  const declared = { id, title, role, family, needs, weight, rationale, falsePositives, baseRate, references };
  return cases === undefined ? declared : { ...declared, cases };
}

/** The most a signal can weigh, whichever of its cases applies. */
export function heaviest({ weight, cases }: Pick<SignalDeclaration, 'weight' | 'cases'>): number {
  return Math.max(weight, ...Object.values(cases ?? {}).map((each) => each.weight));
}

function weightOf(spec: Pick<SignalDeclaration, 'id' | 'weight' | 'cases'>, evidence: Evidence): number {
  if (evidence.case === undefined) return spec.weight;
  const declared = spec.cases?.[evidence.case];
  if (declared === undefined) throw new Error(`${spec.id} cites case "${evidence.case}", which it does not declare`);
  return declared.weight;
}

/** Depth is observed of each entry, so the gate is asked of the subject and not of its registry. */
function reaches<D extends ReadableDepth>(subject: Subject, needed: number): subject is Subject & SubjectAt[D] {
  return DEPTHS.indexOf(subject.depth) >= needed;
}

function isUnseen(found: readonly Evidence[] | Unseen): found is Unseen {
  return !Array.isArray(found);
}
