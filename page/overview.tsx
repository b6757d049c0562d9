import { TIERS } from '../src/model/candidate.ts';
import { DEPTHS } from '../src/model/depth.ts';
import type { PagePipeline } from '../src/report/page-data.ts';
import { facts, rows } from './data.ts';
import { DriftTables } from './drift.tsx';
import { Legend, PlainTable, Stack } from './figures.tsx';
import { NO_FILTERS } from './filters.ts';
import { GatewayTable } from './gateways.tsx';
import { Notices } from './notices.tsx';
import { writeRoute } from './route.ts';
import { Score, Tier } from './marks.tsx';
import { count, Text } from './text.tsx';
import { Signals } from './signal-rates.tsx';

const NAMED_CANDIDATES = 5;

/** What summary.md says, in its order: what was seen, what each pipeline makes of it, the gateways and what changed. */
export function Overview() {
  const { notices, provenance, pipelines, gateways, drift } = facts;
  return (
    <div class="page">
      <h1>
        Snapshot <Text of={facts.head.snapshot.date} most={20} />
      </h1>
      <Notices of={notices}>
        <p class="faint">{provenance}</p>
      </Notices>
      <Seen />
      {pipelines.map((each) => (
        <Pipeline key={each.pipeline} of={each} />
      ))}
      {gateways !== null && (
        <section>
          <h2>
            Gateways <span class="amount">{count(gateways.listed)}</span>
          </h2>
          <p class="lead">{gateways.notice}</p>
          {gateways.listed === 0 ? <p>{gateways.none}</p> : <GatewayTable gateways={gateways.shown.slice(0, 10)} />}
          <p>
            <a href={writeRoute({ view: 'gateways', open: null, filters: NO_FILTERS })}>
              All gateways, and where keys go
            </a>
          </p>
        </section>
      )}
      {drift !== null && (
        <section>
          <h2>
            Drift <span class="amount">{count(drift.listed)}</span>
          </h2>
          <DriftTables drift={drift} />
          <p>
            <a href={writeRoute({ view: 'drift', open: null, filters: NO_FILTERS })}>
              Every kind of change, rarest first
            </a>
          </p>
        </section>
      )}
    </div>
  );
}

function Seen() {
  const { notice, coverage, byRegistry, packages, sources, repositories } = facts.seen;
  const known = new Map(byRegistry.map((each) => [each.registry, each]));
  const most = Math.max(...byRegistry.map(({ distinct }) => distinct));
  return (
    <section>
      <h2>What was seen</h2>
      <p class="lead">{notice}</p>
      <PlainTable
        table={coverage}
        caption="Coverage by registry"
        drawnHead="entries by depth"
        drawn={([registry]) => {
          const row = known.get(String(registry));
          if (row === undefined) return null;
          return <Stack kind="depth" whole={most} parts={DEPTHS.map((name) => ({ name, value: row.byDepth[name] }))} />;
        }}
      />
      <Legend names={DEPTHS} kind="depth" />
      <div class="side">
        {packages.rows.length > 0 && <PlainTable table={packages} caption="Packages by ecosystem" />}
        {sources.rows.length > 0 && <PlainTable table={sources} caption="Archives that were read" />}
        {repositories !== undefined && <PlainTable table={repositories} caption="Repositories that were asked for" />}
      </div>
    </section>
  );
}

function Pipeline({ of }: { readonly of: PagePipeline }) {
  const { pipeline, tiers, byRegistry, nothingFound, nothingFoundNotice, noCandidate, review, listed, shown } = of;
  const known = new Map(byRegistry.map((each) => [each.registry, each.byTier]));
  const most = Math.max(1, ...byRegistry.map(({ byTier }) => TIERS.reduce((sum, tier) => sum + byTier[tier], 0)));
  const first = rows.filter((row) => row.pipeline === pipeline).slice(0, NAMED_CANDIDATES);
  return (
    <section>
      <h2>
        {pipeline} <span class="amount">{count(listed)}</span>
      </h2>
      <PlainTable
        table={tiers}
        caption={`Candidates of ${pipeline} by registry and tier`}
        drawnHead="candidates by tier"
        drawn={([registry]) => {
          const counts = known.get(String(registry));
          if (counts === undefined) return null;
          return <Stack kind="tier" whole={most} parts={TIERS.map((name) => ({ name, value: counts[name] }))} />;
        }}
      />
      <Legend names={TIERS} kind="tier" />
      {nothingFound.rows.length > 0 && (
        <>
          <h3>What “nothing found” is worth</h3>
          <p class="lead">{nothingFoundNotice}</p>
          <PlainTable table={nothingFound} caption={`Upper bounds where ${pipeline} found nothing to review`} />
        </>
      )}
      {review !== null && (
        <>
          <h3>Verdicts</h3>
          <p>{review.line}</p>
          <p class="lead">{review.notice}</p>
          <PlainTable table={review.precision} caption={`Precision of ${pipeline}`} />
        </>
      )}
      <h3>First to read</h3>
      {first.length === 0 && <p>{noCandidate}</p>}
      <ol class="first">
        {first.map((row) => (
          <li key={row.fingerprint}>
            <Tier of={row.tier} />
            <Score of={row} />
            <span class="what">
              <a
                href={writeRoute({
                  view: 'candidates',
                  open: row.fingerprint.slice(0, 16),
                  filters: { ...NO_FILTERS, list: pipeline },
                })}
              >
                <Text of={row.id} most={120} />
              </a>
              <small>
                <Text of={row.why} most={200} />
              </small>
            </span>
          </li>
        ))}
      </ol>
      <p>
        <a href={writeRoute({ view: 'candidates', open: null, filters: { ...NO_FILTERS, list: pipeline } })}>
          All {count(shown)} of {pipeline}
        </a>
        {listed > shown && (
          <>
            {' '}
            (the first of {count(listed)}; the others stand in {pipeline}.json)
          </>
        )}
      </p>
      <Signals of={of} />
    </section>
  );
}
