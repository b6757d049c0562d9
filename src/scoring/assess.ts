import type { Assessment, Shown } from '../model/candidate.ts';
import type { ServerRecord } from '../model/entry.ts';
import type { Family, Finding, Fired, SignalId } from '../model/finding.ts';
import { type Subject, usesOf } from '../model/subject.ts';
import { heaviest, type Signal, type SignalRole } from '../signal.ts';
import { score, type Weighed } from './score.ts';
import { tierOf } from './tiers.ts';

const FAMILY_ORDER: readonly Family[] = ['N', 'P', 'C', 'V', 'X', 'H', 'I', 'B'];

/** How often a signal fired, looked and found nothing, or could not look. */
export type OutcomeCount = Record<Finding['outcome'], number>;

/** `silent`: signals looked and none that incriminates fired. `unseen`: none of them could look at all. */
export type Assessed = Assessment | 'silent' | 'unseen';

/** One pipeline's signals bound to what they need to know, ready to be asked about entries. */
export interface Assessor {
  assess(subject: Subject): Assessed;
  /**
   * The same of several entries, in their order.
   *
   * Each signal is asked about all of them before the next one is: code that runs again at once is still in the processor's cache,
   * which is a fifth of the time of a scan. Several dozen at a time are enough.
   */
  assessEach(subjects: readonly Subject[]): readonly Assessed[];
  /**
   * By signal. Signals that incriminate are counted over all entries, since a firing rate needs those that stayed silent;
   * clearing signals and facts over candidates, since nobody else is asked about them.
   */
  readonly outcomes: ReadonlyMap<SignalId, Readonly<OutcomeCount>>;
}

export function assessor<Context>(signals: readonly Signal<Context>[], context: Context): Assessor {
  const outcomes = new Map<SignalId, OutcomeCount>(
    signals.map(({ id }) => [id, { fired: 0, silent: 0, unseen: 0 }] as const),
  );
  const group = (role: SignalRole) => signals.filter((signal) => signal.role === role).map(counted);
  const [incriminating, clearing, facts] = [group('incriminates'), group('clears'), group('fact')];

  function counted(signal: Signal<Context>): Counted {
    const count = outcomes.get(signal.id) ?? { fired: 0, silent: 0, unseen: 0 };
    return {
      most: { family: signal.family, weight: heaviest(signal) },
      ask(subject) {
        const finding = signal.examine(subject, context);
        count[finding.outcome] += 1;
        return finding;
      },
    };
  }
  function assessed(subject: Subject, findings: readonly Finding[]): Assessed {
    if (!findings.some(({ outcome }) => outcome === 'fired')) {
      return findings.every(({ outcome }) => outcome === 'unseen') ? 'unseen' : 'silent';
    }
    const couldLook = incriminating.filter((_, index) => findings[index]?.outcome !== 'unseen');
    const most = couldLook.map((each) => each.most);
    return assessment(subject, {
      findings,
      reachable: score(subject.depth, most, []),
      clearing: clearing.map(({ ask }) => ask(subject)),
      facts: facts.map(({ ask }) => ask(subject)),
    });
  }

  return {
    outcomes,
    assess: (subject) =>
      assessed(
        subject,
        incriminating.map(({ ask }) => ask(subject)),
      ),
    assessEach(subjects) {
      const asked = subjects.map((subject): Asked => ({ subject, findings: [] }));
      for (const { ask } of incriminating) for (const { subject, findings } of asked) findings.push(ask(subject));
      return asked.map(({ subject, findings }) => assessed(subject, findings));
    },
  };
}

interface Asked {
  readonly subject: Subject;
  /** In the order of the signals that incriminate. */
  readonly findings: Finding[];
}

interface Counted {
  /** What it adds where it fires at its heaviest. */
  readonly most: Weighed;
  readonly ask: (subject: Subject) => Finding;
}

interface Answers {
  readonly findings: readonly Finding[];
  readonly clearing: readonly Finding[];
  readonly facts: readonly Finding[];
  /** The score if every signal that could look had fired at its heaviest. */
  readonly reachable: number;
}

function assessment(subject: Subject, { findings, clearing, facts, reachable }: Answers): Assessment {
  const fired = firedIn(findings);
  const cleared = firedIn(clearing);
  const points = score(subject.depth, fired, cleared);
  return {
    entry: subject.entry,
    depth: subject.depth,
    tier: tierOf(points, fired),
    score: points,
    reachable,
    families: FAMILY_ORDER.filter((family) => fired.some((each) => each.family === family)),
    fired: fired.toSorted((a, b) => b.weight - a.weight),
    cleared,
    notLookedFor: unseenIn(clearing),
    silent: findings.flatMap(({ signal, outcome }) => (outcome === 'silent' ? [signal] : [])),
    unseen: unseenIn(findings),
    facts: firedIn(facts),
    shown: { ...shownOf('record' in subject ? subject.record : null), reach: usesOf(subject) },
    notRead: subject.notRead,
  };
}

function firedIn(findings: readonly Finding[]): Fired[] {
  return findings.filter((finding) => finding.outcome === 'fired');
}

function unseenIn(findings: readonly Finding[]): { signal: SignalId; reason: string }[] {
  return findings.flatMap((finding) =>
    finding.outcome === 'unseen' ? [{ signal: finding.signal, reason: finding.reason }] : [],
  );
}

function shownOf(record: ServerRecord | null): Omit<Shown, 'reach'> {
  const repository = record?.repository ?? null;
  return {
    description: record?.description ?? null,
    version: record?.version ?? null,
    repository: repository === null || repository === 'none' ? repository : repository.url,
    packages:
      record?.packages?.map(({ ecosystem, identifier, version }) =>
        version === null ? `${ecosystem}:${identifier}` : `${ecosystem}:${identifier}@${version}`,
      ) ?? null,
    remotes: record?.remotes?.map(({ url }) => url) ?? null,
  };
}
