import type { GatewayReason, GatewayWithFacts } from '../src/model/gateway.ts';
import { declarations, facts } from './data.ts';
import { Where } from './evidence.tsx';
import { NO_FILTERS } from './filters.ts';
import { writeRoute } from './route.ts';
import { count, Text } from './text.tsx';

const SHOWN_NAMES = 40;
const SHOWN_FIELDS = 200;

/** One gateway: why it is one, what stands behind it, and where keys go. */
export function Gateway({ of: gateway }: { readonly of: GatewayWithFacts }) {
  return (
    <div class="page">
      <p>
        <a href={writeRoute({ view: 'gateways', open: null, filters: NO_FILTERS })}>← All gateways</a>
      </p>
      <h1>
        <Text of={gateway.name ?? gateway.id} most={200} />
      </h1>
      <p class="chips">
        <span class="chip strong">{gateway.class}</span>
        {gateway.kind !== null && <span class="chip">{gateway.kind}</span>}
        <span class="chip">found {gateway.found}</span>
        <span class="chip">{count(gateway.serversAtLeast)} servers at least</span>
      </p>
      <p class="notices">{facts.gateways?.notice}</p>
      <section>
        <h2>Why it is listed</h2>
        <ul class="plain-list">
          {gateway.reasons.map((reason, index) => (
            <li key={index}>
              <Reason of={reason} />
            </li>
          ))}
        </ul>
      </section>
      <div class="columns">
        <Names title="Hosts" names={gateway.hosts} more={gateway.moreHosts} />
        <Names title="Publishers" names={gateway.publishers} more={gateway.morePublishers} />
        <Names title="Brands of others" names={gateway.brands} more={0} />
      </div>
      <Credentials of={gateway} />
      {gateway.facts.map((fact) => (
        <section key={fact.signal}>
          <h2>{declarations.get(fact.signal)?.title ?? fact.signal}</h2>
          <p class="faint">
            <code>{fact.signal}</code> fired on {count(fact.fired)} of its entries, silent on {count(fact.silent)},
            unseen on {count(fact.unseen)}
          </p>
          {fact.evidence.map((each, index) => (
            <div class="cited" key={index}>
              <p class="statement">
                <Text of={each.statement} most={2_000} />
              </p>
              <Where resource={each.at.resource} pointer={each.at.pointer} />
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

function Reason({ of }: { readonly of: GatewayReason }) {
  if (of.by === 'list') {
    return (
      <>
        On the list as <Text of={of.name} most={100} />, by {of.matched.join(', ')}, for {count(of.entries)} entries
      </>
    );
  }
  return (
    <>
      {of.rule}: <Text of={of.unit} most={120} /> has {count(of.measured)}, the threshold is {count(of.threshold)}
    </>
  );
}

interface NamesProps {
  readonly title: string;
  readonly names: readonly { readonly name: string; readonly entries: number }[];
  readonly more: number;
}

function Names({ title, names, more }: NamesProps) {
  const rest = Math.max(0, names.length - SHOWN_NAMES) + more;
  return (
    <section>
      <h2>{title}</h2>
      {names.length === 0 && <p class="faint">none seen</p>}
      <ul class="counted">
        {names.slice(0, SHOWN_NAMES).map(({ name, entries }) => (
          <li key={name}>
            <Text of={name} most={100} />
            <span class="number">{count(entries)}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="faint">and {count(rest)} more</p>}
    </section>
  );
}

function Credentials({ of: { credentials } }: { readonly of: GatewayWithFacts }) {
  if (credentials.length === 0) return null;
  return (
    <section>
      <h2>Where keys go</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label="Where keys go">
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">field</th>
              <th scope="col">whose</th>
              <th scope="col">goes to</th>
              <th scope="col">is that its own</th>
              <th scope="col" class="number">
                entries
              </th>
            </tr>
          </thead>
          <tbody>
            {credentials
              .slice(0, SHOWN_FIELDS)
              .map(({ brand, brandFrom, field, to, toKind, toBrand, hostsOwn, entries }, index) => (
                <tr key={index}>
                  <th scope="row">
                    <code>
                      <Text of={field} most={100} />
                    </code>
                  </th>
                  <td>
                    {brand === null ? <span class="faint">unknown</span> : `${brand} (by the ${brandFrom ?? 'entry'})`}
                  </td>
                  <td class="prose">
                    <Text of={to} most={160} /> {toKind !== 'host' && <span class="faint">{toKind}</span>}
                  </td>
                  <td>
                    {hostsOwn && 'named after the host'}
                    {!hostsOwn && toBrand === null && <span class="faint">unknown</span>}
                    {!hostsOwn && toBrand === true && 'yes'}
                    {!hostsOwn && toBrand === false && <strong class="other">no, another’s</strong>}
                  </td>
                  <td class="number">{count(entries)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      {credentials.length > SHOWN_FIELDS && (
        <p class="faint">and {count(credentials.length - SHOWN_FIELDS)} more in gateways.json</p>
      )}
    </section>
  );
}
