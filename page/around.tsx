import type { PageDetail } from '../src/report/page-data.ts';
import { keyOf, type Listed } from './entries.ts';
import { NO_FILTERS } from './filters.ts';
import { gatewaysOf } from './gateway-match.ts';
import { linesOf, portfolio } from './lists.ts';
import { Tier } from './marks.tsx';
import { writeRoute } from './route.ts';
import { count, Text } from './text.tsx';
import { EntryById, EntryLink } from './entry-link.tsx';
import { Section } from './section.tsx';
import { numberOf } from '../src/text/number-of.ts';

/** The same server in other registries, by what links them. */
export function Others({ line, detail: { identity } }: { readonly line: Listed; readonly detail: PageDetail }) {
  const other = linesOf(line.id).filter(
    (each) => each !== line && each.candidate?.fingerprint !== line.candidate?.fingerprint,
  );
  const twins = identity?.twins ?? [];
  if (twins.length === 0 && other.length === 0) return null;
  return (
    <Section
      title={identity === null ? 'Also' : `Stands on ${numberOf(identity.registries, 'registry', 'registries')}`}
    >
      <ul class="plain-list">
        {other.map((each) => (
          <li key={keyOf(each)}>
            <EntryLink line={each} />{' '}
            <span class="faint">the same entry, as a candidate of {each.candidate?.pipeline}</span>
          </li>
        ))}
        {twins.map(({ id, because }) => (
          <li key={id}>
            <EntryById id={id} />{' '}
            <span class="faint">
              <Text of={because.join(', ')} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const SHOWN_PORTFOLIO = 12;

export function Portfolio({ line }: { readonly line: Listed }) {
  const others = portfolio(line);
  if (line.publisher === null) return null;
  const candidatesAmong = others.filter(({ candidate }) => candidate !== null).length;
  return (
    <Section title="The publisher’s portfolio">
      {others.length === 0 ? (
        <p class="faint">
          Nothing else by <Text of={line.publisher} most={120} /> was seen in {line.registry}.
        </p>
      ) : (
        <>
          <p>
            {count(others.length)} more of <Text of={line.publisher} most={120} /> in {line.registry},{' '}
            {count(candidatesAmong)} of them candidates.{' '}
            <a
              href={writeRoute({
                view: 'candidates',
                open: null,
                filters: { ...NO_FILTERS, scope: 'all', publisher: line.publisher, registry: line.registry },
              })}
            >
              Show them
            </a>
          </p>
          <ul class="plain-list">
            {others.slice(0, SHOWN_PORTFOLIO).map((each) => (
              <li key={`${keyOf(each)} ${each.candidate?.pipeline ?? ''}`}>
                <EntryLink line={each} /> {each.candidate !== null && <Tier of={each.candidate.tier} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

/** Gateways that it stands behind, and where these send the keys of others. */
export function Keys({ line, detail: { shown } }: { readonly line: Listed; readonly detail: PageDetail }) {
  const gateways = gatewaysOf(line, shown.remotes ?? []);
  if (gateways.length === 0) return null;
  return (
    <Section title="Where keys go">
      {gateways.map((gateway) => (
        <p key={gateway.id}>
          Behind the gateway{' '}
          <a href={writeRoute({ view: 'gateways', open: gateway.id, filters: NO_FILTERS })}>
            <Text of={gateway.name ?? gateway.id} most={120} />
          </a>{' '}
          ({gateway.class}): {count(gateway.credentials.length)} credential fields of its servers,{' '}
          {count(gateway.credentials.filter(({ toBrand, hostsOwn }) => toBrand === false && !hostsOwn).length)} of
          brands whose host is another.
        </p>
      ))}
    </Section>
  );
}
