import type { Json, Pointer, ResourceDescriptor } from '../src/model/place.ts';
import type { PageEvidence, PageFired } from '../src/report/page-data.ts';
import { compared, comparedLines, type Piece } from './compared.ts';
import { Address } from './address.tsx';
import { declarations } from './data.ts';
import { Code, shownLines, Text } from './text.tsx';

interface SignalCardProps {
  readonly of: PageFired;
  /** How its weight is written: points for it, per cent against it, nothing for a fact. */
  readonly weight: string;
  readonly resources: readonly ResourceDescriptor[];
}

/** One signal that fired: what it saw, what that was compared with, where it stands, and what would explain it. */
export function SignalCard({ of: { signal, evidence, moreEvidence }, weight, resources }: SignalCardProps) {
  const declared = declarations.get(signal);
  return (
    <article class="signal">
      <h3>
        {weight !== '' && <span class="weight">{weight}</span>}
        {declared?.title ?? signal}
        <code>{signal}</code>
      </h3>
      {evidence.map((each, index) => (
        <Cited key={index} of={each} resources={resources} />
      ))}
      {moreEvidence > 0 && <p class="faint">{moreEvidence} more of the same signal stand in the JSON file.</p>}
      {declared !== undefined && declared.role === 'incriminates' && (
        <dl class="why-it-counts">
          <dt>Why it counts</dt>
          <dd>{declared.rationale}</dd>
          <dt>What would clear it</dt>
          <dd>{declared.falsePositives}</dd>
        </dl>
      )}
    </article>
  );
}

interface CitedProps {
  readonly of: PageEvidence;
  readonly resources: readonly ResourceDescriptor[];
}

function Cited({ of: { statement, observed, expected, at }, resources }: CitedProps) {
  return (
    <div class="cited">
      <p class="statement">
        <Text of={statement} most={2_100} />
      </p>
      <Values observed={observed} expected={expected} />
      <Where resource={resources[at.resource]} pointer={at.pointer} />
    </div>
  );
}

/** Side by side where there is something to compare with. */
function Values({ observed, expected }: { readonly observed: Json; readonly expected: Json }) {
  const [seen, other] = [shownLines(observed), shownLines(expected)];
  if (observed === null && expected === null) return null;
  if (observed === null || expected === null) {
    return (
      <div class="values">
        <Value
          label={observed === null ? 'compared with' : 'observed'}
          pieces={plain(observed === null ? other : seen)}
        />
      </div>
    );
  }
  const [left, right] =
    seen.length === 1 && other.length === 1 ? compared(seen[0] ?? '', other[0] ?? '') : comparedLines(seen, other);
  const separator = seen.length === 1 && other.length === 1 ? '' : '\n';
  return (
    <div class="values two">
      <Value label="observed" pieces={left} separator={separator} />
      <Value label="compared with" pieces={right} separator={separator} />
    </div>
  );
}

function plain(lines: readonly string[]): readonly Piece[] {
  return [{ text: lines.join('\n'), isOwn: false }];
}

interface ValueProps {
  readonly label: string;
  readonly pieces: readonly Piece[];
  readonly separator?: string;
}

function Value({ label, pieces, separator = '' }: ValueProps) {
  return (
    <figure>
      <figcaption>{label}</figcaption>
      <pre>
        <Pieces of={pieces} separator={separator} />
      </pre>
    </figure>
  );
}

/** Inert text in pieces; what only this side has is marked. */
export function Pieces({ of, separator = '' }: { readonly of: readonly Piece[]; readonly separator?: string }) {
  return (
    <>
      {of.map(({ text, isOwn }, index) => {
        const shown = index < of.length - 1 ? `${text}${separator}` : text;
        return isOwn ? <mark key={index}>{shown}</mark> : shown;
      })}
    </>
  );
}

/** The bytes, and where in them it stands. */
export function Where({
  resource,
  pointer,
}: {
  readonly resource: ResourceDescriptor | undefined;
  readonly pointer: Pointer;
}) {
  if (resource === undefined) return null;
  return (
    <p class="where">
      <Address of={resource.uri} />{' '}
      <span class="nowrap">
        at <Code of={pointer === '' ? '(the whole)' : pointer} />
      </span>{' '}
      <span class="nowrap" title={`SHA-256 of those bytes: ${resource.sha256}`}>
        sha256 {resource.sha256.slice(0, 16)}…
      </span>{' '}
      <span class="nowrap">read {resource.retrievedAt.slice(0, 10)}</span>
    </p>
  );
}
