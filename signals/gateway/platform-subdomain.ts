import { cite } from '../../src/evidence/cite.ts';
import type { GatewayContext } from '../../src/pipelines/gateway.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/** A name below a hosting platform's own (`workers.dev`, `vercel.app`), which anybody gets and gives back. */
export const platformSubdomain = defineSignal({
  id: 'gateway/platform-subdomain',
  title: 'Answers on a name given out by a platform',
  role: 'fact',
  family: 'H',
  needs: 'metadata',
  weight: 0,
  rationale: 'The name proves no owner, and whoever deletes the project frees it for the next.',
  falsePositives: 'The normal way to host a small server.',
  baseRate: { value: '58 of 1,062 servers', population: 'official registry', date: '2025-12-12' },
  references: ['https://publicsuffix.org/', 'signals/data/gateways.json'],

  detect(subject, { gateways }: GatewayContext) {
    const { record } = subject;
    if (record.remotes === null) return unseen('the registry does not list remotes');
    return gateways
      .read(subject)
      .hosts.filter(({ onPlatform }) => onPlatform)
      .map(({ host, url, at }) =>
        cite(record.place, at, { statement: `${host} was a name that a platform gives out`, observed: url }),
      );
  },
});
