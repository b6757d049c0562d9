import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { keyOf, type Listed } from './entries.ts';
import type { Filters } from './filters.ts';
import { Score, Tier, VerdictMark } from './marks.tsx';
import { writeRoute } from './route.ts';
import { Text } from './text.tsx';

/** Every row is as high, as the style sheet has it, so that where a row stands is a product. */
const ROW_PIXELS = 44;
/** Drawn above and below what is seen, so that a fast scroll shows rows. */
const ROWS_BESIDE = 12;

interface EntryTableProps {
  readonly listed: readonly Listed[];
  /** The opened row, -1 for none. */
  readonly at: number;
  readonly filters: Filters;
  readonly narrow: (change: Partial<Filters>) => void;
  /** The detail stands beside it. */
  readonly isNarrow: boolean;
}

/** Tens of thousands of rows, of which those in view are drawn. */
export function EntryTable({ listed, at, filters, narrow, isNarrow }: EntryTableProps) {
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 800 });
  const look = () => {
    const { current } = box;
    if (current !== null) setSeen({ top: current.scrollTop, height: current.clientHeight });
  };
  useLayoutEffect(() => {
    look();
    addEventListener('resize', look);
    return () => removeEventListener('resize', look);
  }, []);
  useLayoutEffect(() => {
    box.current?.scrollTo(0, 0);
    look();
  }, [filters, listed.length]);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null || at === -1) return;
    const head = current.querySelector('thead')?.clientHeight ?? 0;
    const top = at * ROW_PIXELS;
    const lowest = top + ROW_PIXELS + head - current.clientHeight;
    if (current.scrollTop > top) current.scrollTo(0, top);
    else if (current.scrollTop < lowest) current.scrollTo(0, lowest);
    look();
  }, [at]);

  const from = Math.max(0, Math.floor(seen.top / ROW_PIXELS) - ROWS_BESIDE);
  const to = Math.min(listed.length, Math.ceil((seen.top + seen.height) / ROW_PIXELS) + ROWS_BESIDE);
  return (
    <div class="rows" ref={box} onScroll={look} tabIndex={0} role="region" aria-label="Table of entries">
      <table aria-rowcount={listed.length + 1} class={isNarrow ? 'narrow' : undefined}>
        <thead>
          <tr>
            <Head name="place" label="Tier" filters={filters} narrow={narrow} />
            <Head name="score" label="Score" filters={filters} narrow={narrow} />
            <Head name="name" label="Entry" filters={filters} narrow={narrow} />
            <th scope="col" class="why">
              First reason
            </th>
            <Head name="publisher" label="Publisher" filters={filters} narrow={narrow} />
            <Head name="registry" label="Registry" filters={filters} narrow={narrow} />
            <Head name="depth" label="Depth" filters={filters} narrow={narrow} />
          </tr>
        </thead>
        <tbody>
          <Gap rows={from} />
          {listed.slice(from, to).map((line, index) => (
            <Row
              key={`${keyOf(line)} ${line.candidate?.pipeline ?? ''}`}
              line={line}
              number={from + index}
              isOpen={from + index === at}
              filters={filters}
            />
          ))}
          <Gap rows={listed.length - to} />
        </tbody>
      </table>
      {listed.length === 0 && (
        <p class="none">Nothing in this report matches. That says nothing about what was not seen.</p>
      )}
    </div>
  );
}

function Gap({ rows }: { readonly rows: number }) {
  if (rows <= 0) return null;
  return (
    <tr class="gap" aria-hidden="true">
      <td style={{ height: `${rows * ROW_PIXELS}px` }} />
    </tr>
  );
}

interface RowProps {
  readonly line: Listed;
  readonly number: number;
  readonly isOpen: boolean;
  readonly filters: Filters;
}

function Row({ line, number, isOpen, filters }: RowProps) {
  const { candidate, id, registry, publisher, depth } = line;
  const address = writeRoute({ view: 'candidates', open: keyOf(line), filters });
  return (
    <tr aria-rowindex={number + 2} class={isOpen ? 'open' : undefined} onClick={(event) => follow(event, address)}>
      <td class="tier-cell">{candidate === null ? <span class="faint">—</span> : <Tier of={candidate.tier} />}</td>
      <td class="score-cell">{candidate !== null && <Score of={candidate} />}</td>
      <td class="entry">
        <a href={address} aria-current={isOpen ? 'true' : undefined}>
          <Text of={id.slice(registry.length + 1)} most={160} />
        </a>
        {candidate !== null && (
          <small>
            {candidate.pipeline}
            <VerdictMark of={candidate.fingerprint} />
            {candidate.brands.length > 0 && <> · {candidate.brands.slice(0, 3).join(', ')}</>}
          </small>
        )}
      </td>
      <td class="why">
        {candidate !== null && (
          <span>
            <Text of={candidate.why} most={200} />
          </span>
        )}
      </td>
      <td class="who">
        {publisher === null ? <span class="faint">not said</span> : <Text of={publisher} most={80} />}
      </td>
      <td>{registry}</td>
      <td>{depth}</td>
    </tr>
  );
}

/** The whole row is a target; its link stays one for keyboards, readers and new tabs. */
function follow(event: MouseEvent, address: string): void {
  if (event.target instanceof Element && event.target.closest('a') !== null) return;
  if (getSelection()?.isCollapsed === false) return;
  location.hash = address;
}

interface HeadProps {
  readonly name: string;
  readonly label: string;
  readonly filters: Filters;
  readonly narrow: (change: Partial<Filters>) => void;
}

/** A click sorts by it, another turns the order round. */
function Head({ name, label, filters: { sort }, narrow }: HeadProps) {
  const own = name === 'place' ? '' : name;
  const current = sort.replace(/^-/, '');
  const isCurrent = current === own || (current === 'place' && own === '');
  const isTurned = isCurrent && sort.startsWith('-');
  const next = isCurrent && !isTurned ? `-${name}` : own;
  const direction = isTurned ? 'descending' : 'ascending';
  return (
    <th scope="col" class={`head-${name}`} aria-sort={isCurrent ? direction : undefined}>
      <button type="button" onClick={() => narrow({ sort: next })}>
        {label}
        <i aria-hidden="true">{isCurrent ? (isTurned ? '▴' : '▾') : ''}</i>
      </button>
    </th>
  );
}
