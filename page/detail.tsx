import type { Family } from '../src/model/finding.ts';
import type { PageRow } from '../src/report/page-data.ts';
import { detailOf } from './data.ts';
import { type Listed } from './entries.ts';
import { SignalCard, Where } from './evidence.tsx';
import { Score, Tier, VerdictMark } from './marks.tsx';
import { count, Text } from './text.tsx';
import { VerdictForm } from './verdict-form.tsx';
import { Section } from './section.tsx';
import { Listing, Record } from './record.tsx';
import { Against, Silent } from './answers.tsx';
import { Keys, Others, Portfolio } from './around.tsx';
import { History } from './history.tsx';

interface DetailProps {
  readonly line: Listed;
  /** Where it stands in the table; null where the filters leave it out. */
  readonly position: { readonly at: number; readonly of: number } | null;
  readonly close: () => void;
  readonly step: (by: number) => void;
}

/** One entry, to be read in a minute: what fired, what it was compared with, what speaks against, and a decision. */
export function Detail({ line, position, close, step }: DetailProps) {
  const { candidate, id, registry } = line;
  return (
    <article class="detail" aria-label="Entry" tabIndex={0}>
      <div class="bar">
        <button type="button" onClick={close} aria-label="Close">
          ✕
        </button>
        <span class="faint">
          {position === null ? 'outside the filters' : `line ${count(position.at + 1)} of ${count(position.of)}`}
        </span>
        <button type="button" onClick={() => step(-1)} disabled={position === null || position.at === 0}>
          ↑ <kbd>k</kbd>
        </button>
        <button type="button" onClick={() => step(1)} disabled={position === null || position.at === position.of - 1}>
          ↓ <kbd>j</kbd>
        </button>
      </div>
      <h1 tabIndex={-1}>
        <Text of={id.slice(registry.length + 1)} most={300} />
      </h1>
      {candidate === null ? <NoCandidate line={line} /> : <Known line={line} candidate={candidate} />}
    </article>
  );
}

/** The kinds of facts that agree; by letter everywhere else. */
const FAMILIES = {
  N: 'name',
  P: 'publisher',
  C: 'declared content',
  V: 'release history',
  X: 'what runs',
  H: 'host',
  I: 'recall list',
  B: 'code',
} as const satisfies Record<Family, string>;

function familyOf(letter: string): string {
  return Object.entries(FAMILIES).find(([family]) => family === letter)?.[1] ?? letter;
}

function NoCandidate({ line }: { readonly line: Listed }) {
  return (
    <>
      <p class="chips">
        <span class="chip">{line.registry}</span>
        <span class="chip">depth {line.depth}</span>
      </p>
      <p>
        Not a candidate: no signal that incriminates fired among those that could look at it at depth {line.depth}. That
        says nothing about what was not seen.
      </p>
      <Listing id={line.id} />
      <Portfolio line={line} />
    </>
  );
}

function Known({ line, candidate }: { readonly line: Listed; readonly candidate: PageRow }) {
  const detail = detailOf(candidate);
  return (
    <>
      <p class="chips">
        <Tier of={candidate.tier} />
        <Score of={candidate} />
        <span class="chip">
          {candidate.pipeline} #{candidate.rank}
        </span>
        <span class="chip">{line.registry}</span>
        <span class="chip">depth {line.depth}</span>
        {detail.families.length > 0 && <span class="chip">{detail.families.map(familyOf).join(' + ')}</span>}
        <VerdictMark of={candidate.fingerprint} />
      </p>
      <Record line={line} candidate={candidate} detail={detail} />
      <VerdictForm candidate={candidate} lapsed={detail.lapsed} />
      <Section title="What fired">
        {detail.fired.map((each) => (
          <SignalCard key={each.signal} of={each} weight={`+${each.weight}`} resources={detail.resources} />
        ))}
      </Section>
      <Against candidate={candidate} detail={detail} />
      <Silent detail={detail} />
      {detail.facts.length > 0 && (
        <Section title="Facts beside, worth no points">
          {detail.facts.map((each) => (
            <SignalCard key={each.signal} of={each} weight="" resources={detail.resources} />
          ))}
        </Section>
      )}
      <Others line={line} detail={detail} />
      <Portfolio line={line} />
      <Keys line={line} detail={detail} />
      {detail.history !== null && <History of={detail.history} />}
      <Section title="Where the entry stands">
        <Where resource={detail.resources[detail.at.resource]} pointer={detail.at.pointer} />
        <p class="where">
          Fingerprint <code>{candidate.fingerprint}</code>
        </p>
      </Section>
    </>
  );
}
