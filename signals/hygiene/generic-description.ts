import { cite } from '../../src/evidence/cite.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

const MAX_CHARACTERS = 200;
/** Texts of templates, as they stood under at least two publishers of the official registry on 2026-05-23. */
const TEMPLATES = new Set([
  'description of my mcp server',
  'a description of your mcp server',
  'your mcp server description',
  'an mcp server for weather information',
  'a non functional mcp server (yet)',
  'non functional server (yet)',
  'an mcp server that provides [describe what your server does]',
  'a sample mcp server using the mcp c# sdk. generates random numbers and random weather',
  'still wip',
  'still work in progress',
  'my mcp server',
  'mcp server',
  'an mcp server',
  'a model context protocol server',
  'model context protocol server',
  'todo',
  'description',
]);

export const genericDescription = defineSignal({
  id: 'hygiene/generic-description',
  title: 'Description left as the template had it',
  role: 'fact',
  family: 'C',
  needs: 'metadata',
  weight: 0,
  rationale: 'Whoever installs it is not told what it does.',
  falsePositives: 'First attempts at publishing. Nobody reads the field of a test entry.',
  baseRate: { value: '41 of 1,062 servers', population: 'official registry', date: '2025-12-12' },
  references: [
    'https://github.com/modelcontextprotocol/registry/blob/main/docs/modelcontextprotocol-io/quickstart.mdx',
  ],

  detect({ record }) {
    if (record.description === null) return unseen('the registry gives no description');
    const text = record.description.slice(0, MAX_CHARACTERS).trim().toLowerCase().replace(/[.!]$/, '');
    if (!TEMPLATES.has(text)) return [];
    return [
      cite(record.place, record.at.description ?? '', {
        statement: 'The description was the text of a template',
        observed: record.description,
      }),
    ];
  },
});
