import { cite } from '../../src/evidence/cite.ts';
import type { GatewayContext } from '../../src/pipelines/gateway.ts';
import { defineSignal } from '../../src/signal.ts';

/** The same address or description as its siblings' once its own name is taken out. */
export const templatedWrappers = defineSignal({
  id: 'gateway/templated-wrappers',
  title: 'Made from one template with its siblings',
  role: 'fact',
  family: 'C',
  needs: 'metadata',
  weight: 0,
  rationale: 'Wrappers made in series have one maker and one way to receive what they are given.',
  falsePositives: 'A company’s own services, one below the other; descriptions that end with the company’s name.',
  baseRate: {
    value: '262 of 1,062 servers, 206 of them of one platform',
    population: 'official registry',
    date: '2025-12-12',
  },
  references: ['official registry, rows of 2025-12-12'],

  detect(subject, { gateways }: GatewayContext) {
    const { publisher, hosts, shapes } = gateways.read(subject);
    const units = new Set([...(publisher === null ? [] : [publisher]), ...hosts.map(({ unit }) => unit)]);
    return shapes.flatMap(({ text, of, at }) => {
      for (const unit of units) {
        const entries = gateways.structure(unit)?.shapes.get(text);
        if (entries === undefined) continue;
        const statement = `${entries} entries of ${unit} had a ${of} of the same shape`;
        return [cite(subject.record.place, at, { statement, observed: text })];
      }
      return [];
    });
  },
});
