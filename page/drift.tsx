import type { PageChange, PageDrift, PageDriftLine } from '../src/report/page-data.ts';
import { inert } from '../src/text/inert.ts';
import { compared, type Piece } from './compared.ts';
import { EntryById } from './entry-link.tsx';
import { PlainTable } from './figures.tsx';
import { Pieces } from './evidence.tsx';
import { count, Text } from './text.tsx';

interface DriftProps {
  readonly drift: PageDrift;
  /** The registry and kind of a line, to begin with it open. */
  readonly open: string | null;
}

/** What changed since the baseline, the rarest kinds of change first. */
export function DriftView({ drift, open }: DriftProps) {
  return (
    <div class="page">
      <h1>Drift</h1>
      <DriftTables drift={drift} />
      <section>
        <h2>Rarest first</h2>
        {drift.lines.length === 0 && <p>{drift.nothingChanged}</p>}
        {drift.lines.map((line) => (
          <Line
            key={line.rank}
            line={line}
            isOpen={line.rank <= FIRST_OPEN || open === `${line.registry} ${line.kind}`}
          />
        ))}
        {drift.listed > drift.lines.length && (
          <p>{count(drift.listed - drift.lines.length)} more common kinds stand in drift.json.</p>
        )}
      </section>
    </div>
  );
}

const FIRST_OPEN = 5;

/** The tables of the summary. */
export function DriftTables({
  drift: { notice, compared: snapshots, registries, incomplete, groupNotice, groups },
}: {
  readonly drift: PageDrift;
}) {
  return (
    <>
      <p class="lead">{notice}</p>
      <p>
        <Text of={snapshots} most={200} />
      </p>
      <PlainTable table={registries} caption="Entries of both snapshots by registry" />
      <ul class="plain-list faint">
        {incomplete.map((line) => (
          <li key={line}>
            <Text of={line} most={400} />
          </li>
        ))}
      </ul>
      {groups.rows.length > 0 && (
        <>
          <p class="lead">{groupNotice}</p>
          <PlainTable table={groups} caption="Entries by field group" />
        </>
      )}
    </>
  );
}

function Line({ line, isOpen }: { readonly line: PageDriftLine; readonly isOpen: boolean }) {
  return (
    <details class="drift-line" open={isOpen}>
      <summary>
        <strong>
          {line.registry}: {line.said}
        </strong>{' '}
        <span class="faint">
          <Text of={line.counts} most={300} />
        </span>
      </summary>
      <ul class="plain-list">
        {line.changes.map((change, index) => (
          <li key={index}>
            <Change of={change} />
          </li>
        ))}
      </ul>
      {line.entries > line.changes.length && <p class="faint">The others stand in drift.json.</p>}
    </details>
  );
}

function Change({ of: { entry, was, version, texts } }: { readonly of: PageChange }) {
  return (
    <>
      <EntryById id={entry} /> {version !== null && <Text of={version} most={60} />}
      {was !== null && (
        <span class="faint">
          , before: <Text of={was} most={160} />
        </span>
      )}
      <span class="from-to">
        {sides(texts).map((side, index) => (
          <>
            {index > 0 && <span class="faint"> → </span>}
            <code>
              <Pieces of={side} />
            </code>
          </>
        ))}
      </span>
    </>
  );
}

/** Marked where there are two of them. */
function sides([first, second]: readonly string[]): readonly (readonly Piece[])[] {
  if (first === undefined) return [];
  if (second === undefined) return [[{ text: inert(first), isOwn: false }]];
  return compared(inert(first), inert(second));
}
