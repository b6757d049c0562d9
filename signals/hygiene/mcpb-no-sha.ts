import { cite } from '../../src/evidence/cite.ts';
import { shortened } from '../../src/evidence/history.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

export const mcpbNoSha = defineSignal({
  id: 'hygiene/mcpb-no-sha',
  title: 'Bundle without a SHA-256',
  role: 'fact',
  family: 'X',
  needs: 'metadata',
  weight: 0,
  rationale: 'A release asset can be replaced under its address, and without the hash no client can tell.',
  falsePositives: 'Entries from before the registry asked for the hash.',
  baseRate: {
    value: '0 of 161 bundles',
    population: '2,794 version rows of the official registry',
    date: '2025-12-18',
  },
  references: [
    'https://github.com/modelcontextprotocol/registry/blob/main/docs/modelcontextprotocol-io/package-types.mdx',
  ],

  detect({ record }) {
    if (record.packages === null) return unseen('the registry does not list packages');
    return record.packages
      .filter(({ ecosystem, fileSha256 }) => ecosystem === 'mcpb' && fileSha256 === null)
      .map(({ at, identifier }) =>
        cite(record.place, at, {
          statement: `The bundle ${shortened(identifier)} was named without a SHA-256`,
          observed: identifier,
        }),
      );
  },
});
