import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Detail } from './detail.tsx';
import { entryIndex } from './data.ts';
import { keyOf, type Listed } from './entries.ts';
import { FilterBar } from './filter-bar.tsx';
import { type Filters, narrowed } from './filters.ts';
import { isTyping, useKeys } from './keys.ts';
import { candidates, everyEntry } from './lists.ts';
import type { Go, Route } from './route.ts';
import { EntryTable } from './table.tsx';
import { count } from './text.tsx';
import { decisionOn } from './verdicts.ts';

interface CandidatesProps {
  readonly route: Route;
  readonly go: Go;
}

/** The table, and beside it what is opened in it. */
export function Candidates({ route: { open, filters }, go }: CandidatesProps) {
  const search = useRef<HTMLInputElement>(null);
  const all = filters.scope === 'all' ? everyEntry() : candidates;
  const more = filters.scope === 'all' ? (entryIndex()?.more ?? 0) : 0;
  const listed = useMemo(() => narrowed(all, filters, decisionOn), [all, filters]);
  const found = useMemo(() => `${counted(listed, filters)} of ${counted(all, filters)}`, [listed, all, filters]);
  const at = open === null ? -1 : listed.findIndex((each) => keyOf(each) === open);
  const opened = at === -1 ? all.find((each) => keyOf(each) === open) : listed[at];

  const show = (line: Listed | undefined, how: 'push' | 'replace') => {
    if (line !== undefined) go({ open: keyOf(line) }, how);
  };
  const step = (by: number) =>
    show(listed[Math.max(0, Math.min(listed.length - 1, at + by))], open === null ? 'push' : 'replace');
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    '/': () => search.current?.focus(),
    Enter: () => (at === -1 ? step(1) : document.querySelector<HTMLElement>('.detail h1')?.focus()),
    Escape: () => (open === null ? go({ filters: { ...filters, q: '' } }, 'replace') : go({ open: null })),
  });
  useEffect(() => {
    if (!isTyping(document.activeElement)) document.querySelector('.detail')?.scrollTo(0, 0);
  }, [open]);

  const narrow = (change: Partial<Filters>) => go({ filters: { ...filters, ...change } }, 'replace');
  return (
    <div class={opened === undefined ? 'work' : 'work split'}>
      <section class="list" aria-label="Candidates">
        <h1 class="hidden">Candidates</h1>
        <FilterBar filters={filters} narrow={narrow} search={search} />
        <p class="found" role="status">
          <span>
            {found} {filters.scope === 'all' ? 'entries' : 'candidates'}
            {more > 0 && <>, and {count(more)} more that were seen and are not listed here</>}
          </span>
          <span class="keys" aria-hidden="true">
            <kbd>/</kbd> search <kbd>j</kbd> <kbd>k</kbd> move <kbd>esc</kbd> back
          </span>
        </p>
        <EntryTable listed={listed} at={at} filters={filters} narrow={narrow} isNarrow={opened !== undefined} />
      </section>
      {opened !== undefined && (
        <Detail
          key={open}
          line={opened}
          position={at === -1 ? null : { at, of: listed.length }}
          close={() => go({ open: null })}
          step={step}
        />
      )}
      {open !== null && opened === undefined && (
        <section class="detail">
          <p>What this address names is not in this report: the evidence of a candidate is part of its address.</p>
        </section>
      )}
    </div>
  );
}

/** An entry stands on a line for each list that it is a candidate of, and is one entry all the same. */
function counted(lines: readonly Listed[], { scope }: Filters): string {
  return count(scope === 'all' ? new Set(lines.map(({ id }) => id)).size : lines.length);
}
