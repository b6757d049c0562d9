import { expect, test } from 'vitest';
import { cite } from '../evidence/cite.ts';
import type { Subject } from '../model/subject.ts';
import { defineSignal, unseen } from '../signal.ts';
import { gatewaysAmong, LEAVES, neighbour, wharfside } from '../testing/gateways.ts';
import { named } from '../testing/subjects.ts';
import { gatewayFacts } from './gateway-facts.ts';
import type { GatewayContext } from './gateway.ts';

const declared = {
  family: 'H',
  role: 'fact',
  weight: 0,
  rationale: '',
  falsePositives: '',
  baseRate: null,
  references: [],
} as const;
const hasChart = defineSignal({
  ...declared,
  id: 'gateway/has-chart',
  title: 'Named after a chart',
  needs: 'metadata',
  detect({ entry, record }, _context: GatewayContext) {
    if (entry.leaf === 'chart-0') return unseen('the first chart is wet');
    if (!entry.leaf.startsWith('chart')) return [];
    return [cite(record.place, '/name', { statement: `It was ${entry.leaf}`, observed: entry.leaf })];
  },
});
const never = defineSignal({
  ...declared,
  id: 'gateway/never',
  title: 'Never',
  needs: 'name',
  detect: (_subject, _context: GatewayContext) => [],
});

const entries: readonly Subject[] = [
  ...LEAVES.slice(0, 26).map((leaf) => wharfside(leaf)),
  named({ name: 'io.github.wharfside/name-only' }),
  neighbour('chart-1'),
];

function facts(subjects: readonly Subject[]) {
  const survey = gatewayFacts([hasChart, never], gatewaysAmong(entries));
  for (const subject of subjects) survey.see(subject);
  return survey.result();
}

test('every entry behind a gateway is asked, and nobody else', () => {
  const [gateway, ...others] = facts(entries);
  expect(others).toEqual([]);
  expect(gateway?.id).toBe('wharfside.example');
  expect(gateway?.facts).toMatchObject([{ signal: 'gateway/has-chart', fired: 20, silent: 5, unseen: 2 }]);
});

test('the first entries by id are cited, in whatever order they come', () => {
  const [gateway] = facts(entries);
  const statements = gateway?.facts[0]?.evidence.map(({ statement }) => statement);
  expect(statements).toEqual(['It was chart-1', 'It was chart-10', 'It was chart-11']);
  expect(facts(entries.toReversed())).toEqual(facts(entries));
});
