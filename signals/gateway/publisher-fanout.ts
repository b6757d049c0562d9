import { cite } from '../../src/evidence/cite.ts';
import type { GatewayContext } from '../../src/pipelines/gateway.ts';
import { defineSignal, unseen } from '../../src/signal.ts';
import { fanout } from './fanout.ts';

/** One account that publishes twenty servers or spans four brands of others, wherever they run. */
export const publisherFanout = defineSignal({
  id: 'gateway/publisher-fanout',
  title: 'Published by an account with many servers',
  role: 'fact',
  family: 'P',
  needs: 'name',
  weight: 0,
  rationale:
    'A brand in one name of hundreds says what a connector is for, and one account decides what all of them do next.',
  falsePositives: 'Prolific authors of open source, whose every server can be read.',
  baseRate: {
    value: '11 of 7,207 namespaces span four brands, 35 % of all brand names under somebody else’s namespace',
    population: 'official registry',
    date: '2026-06-12',
  },
  references: ['signals/data/brands.json'],

  detect(subject, { gateways }: GatewayContext) {
    const { publisher } = gateways.read(subject);
    if (publisher === null) return unseen('the registry does not say who publishes it');
    const behind = fanout(gateways.structure(publisher));
    if (behind === null) return [];
    const { entry } = subject;
    return [
      cite(entry.place, '', {
        statement: `${behind} stood behind ${publisher}`,
        observed: entry.name,
        expected: publisher,
      }),
    ];
  },
});
