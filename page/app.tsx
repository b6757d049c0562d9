import { useEffect, useLayoutEffect, useReducer, useState } from 'preact/hooks';
import { Candidates } from './candidates.tsx';
import { facts, rows } from './data.ts';
import { DriftView } from './drift.tsx';
import { Gateways } from './gateways.tsx';
import { Overview } from './overview.tsx';
import { type Go, type Route, useRoute, type View, writeRoute } from './route.ts';
import { NO_FILTERS } from './filters.ts';
import { count, Text } from './text.tsx';
import { exported, onVerdict, verdicts } from './verdicts.ts';
import { numberOf } from '../src/text/number-of.ts';

/** The whole page: what it is about, where one can go, and the view that the address names. */
export function App() {
  const [route, go] = useRoute();
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
  useLayoutEffect(() => onVerdict(() => redraw(undefined)), []);
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>
        Skip to the content
      </a>
      <Header route={route} />
      <main id="main" tabIndex={-1} class={`view-${route.view}`}>
        <Shown route={route} go={go} />
      </main>
    </>
  );
}

function Shown({ route, go }: { readonly route: Route; readonly go: Go }) {
  const isWhole = useWhole();
  if (route.view === 'candidates') return <Candidates route={isWhole ? route : withoutMore(route)} go={go} />;
  // Which of the entries that they name can be opened is known from the index.
  if (route.view !== 'overview' && !isWhole) return <p class="wait">Reading the report…</p>;
  if (route.view === 'gateways' && facts.gateways !== null)
    return <Gateways gateways={facts.gateways} open={route.open} />;
  if (route.view === 'drift' && facts.drift !== null) return <DriftView drift={facts.drift} open={route.open} />;
  return <Overview />;
}

/** Whether all of the file is read: details and the index of entries stand behind the script. */
function useWhole(): boolean {
  const [isWhole, setWhole] = useState(document.readyState !== 'loading');
  useEffect(() => {
    const read = () => setWhole(true);
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', read, { once: true });
    else read();
  }, []);
  return isWhole;
}

/** What can be shown of a route before that. */
function withoutMore(route: Route): Route {
  return { ...route, open: null, filters: { ...route.filters, scope: '' } };
}

function Header({ route }: { readonly route: Route }) {
  const { snapshot } = facts.head;
  return (
    <header class="top">
      <div class="name">
        <strong>MCP registry audit</strong>
        <span class="meta">
          <Text of={snapshot.date} most={20} />
          {snapshot.origin === 'synthetic' && <span class="tag">synthetic</span>}
        </span>
      </div>
      <nav aria-label="Views">
        <Tab view="overview" label="Overview" route={route} />
        <Tab view="candidates" label="Candidates" amount={rows.length} route={route} />
        {facts.gateways !== null && (
          <Tab view="gateways" label="Gateways" amount={facts.gateways.listed} route={route} />
        )}
        {facts.drift !== null && <Tab view="drift" label="Drift" amount={facts.drift.listed} route={route} />}
      </nav>
      <Export />
    </header>
  );
}

interface TabProps {
  readonly view: View;
  readonly label: string;
  readonly amount?: number;
  readonly route: Route;
}

function Tab({ view, label, amount, route }: TabProps) {
  return (
    <a
      href={writeRoute({ view, open: null, filters: NO_FILTERS })}
      aria-current={route.view === view ? 'page' : undefined}
    >
      {label}
      {amount !== undefined && <span class="amount">{count(amount)}</span>}
    </a>
  );
}

function Export() {
  const { length } = verdicts();
  if (length === 0) return null;
  return (
    <button type="button" class="export" onClick={download}>
      Export {numberOf(length, 'verdict')}
    </button>
  );
}

/** Made in the page and saved by the browser: nothing is sent. */
function download(): void {
  const address = URL.createObjectURL(new Blob([exported()], { type: 'application/x-ndjson' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'verdicts.ndjson';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The address is the route, so the jump is made by hand. */
function skip(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#main')?.focus();
}
