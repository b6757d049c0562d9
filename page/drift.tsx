import type { PageChange, PageDrift, PageDriftLine } from '../src/report/page-data.ts';
import { inert } from '../src/text/inert.ts';
import { compared } from './compared.ts';
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
        {drift.lines.length === 0 && (
          <p>
            Nothing that is compared differs in the entries that both snapshots show; what was not seen is not covered
            by this.
          </p>
        )}
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
  drift: { notice, before, after, registries, incomplete, groups },
}: {
  readonly drift: PageDrift;
}) {
  return (
    <>
      <p class="lead">{notice}</p>
      <p>
        From <Text of={before.date} most={20} /> ({before.origin}) to <Text of={after.date} most={20} /> ({after.origin}
        )
      </p>
      <PlainTable table={registries} caption="Entries of both snapshots by registry" />
      <ul class="plain-list faint">
        {incomplete.map((line) => (
          <li key={line}>
            <Text of={line} most={400} />
          </li>
        ))}
      </ul>
      {groups.rows.length > 0 && <PlainTable table={groups} caption="Entries by field group" />}
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
  const [before = '', after = ''] = texts;
  const [left, right] = compared(inert(before), inert(after));
  return (
    <>
      <EntryById id={entry} /> {version !== null && <Text of={version} most={60} />}
      {was !== null && (
        <span class="faint">
          , before: <Text of={was} most={160} />
        </span>
      )}
      <span class="from-to">
        <code>
          <Pieces of={left} />
        </code>
        <span class="faint"> → </span>
        <code>
          <Pieces of={right} />
        </code>
      </span>
    </>
  );
}
