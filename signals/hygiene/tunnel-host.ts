import { cite } from '../../src/evidence/cite.ts';
import { defineSignal, unseen } from '../../src/signal.ts';
import { hostOf } from '../../src/text/domains.ts';
import { type HostKind, hostKind } from '../../src/text/host-kinds.ts';

const SAID: ReadonlyMap<HostKind, string> = new Map([
  ['tunnel', 'a tunnel to somebody’s own machine'],
  ['dynamic-dns', 'a name of a dynamic DNS service'],
]);

/** Names before somebody's own machine, for minutes or for good. */
export const tunnelHost = defineSignal({
  id: 'hygiene/tunnel-host',
  title: 'Remote behind a tunnel or dynamic name',
  role: 'fact',
  family: 'H',
  needs: 'metadata',
  weight: 0,
  rationale: 'The name leads to a private machine today and to whoever takes the name tomorrow.',
  falsePositives: 'Experiments and home servers, which is what such names are for.',
  baseRate: { value: '83 of 11,515 remotes', population: 'the official registry', date: '2026-08-05' },
  references: [
    'src/text/host-endings.ts',
    'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/do-more-with-tunnels/trycloudflare/',
  ],

  detect({ record }) {
    if (record.remotes === null) return unseen('the registry does not list remotes');
    return record.remotes.flatMap(({ at, url }) => {
      const host = hostOf(url);
      const said = host === null ? undefined : SAID.get(hostKind(host));
      if (said === undefined) return [];
      return [cite(record.place, `${at}/url`, { statement: `A remote was ${said}`, observed: url })];
    });
  },
});
