import { cite } from '../../src/evidence/cite.ts';
import type { Input } from '../../src/model/entry.ts';
import { defineSignal, unseen } from '../../src/signal.ts';
import { declaredInputs } from './declared-inputs.ts';

const MAX_CHARACTERS = 200;
const PLACEHOLDER =
  /^(?:<[^<>]{1,80}>|(?:your|insert|enter|replace|put)[-_ ].{0,80}|.{1,80}[-_ ]here|[xX]{4,40}|change[-_ ]?me|replace[-_ ]?me|todo|tbd|placeholder)$/i;
const PLACEHOLDER_NAME = /^(?:your|my)_(?:api|server|env|secret|access|auth)/i;

export const placeholderInputs = defineSignal({
  id: 'hygiene/placeholder-inputs',
  title: 'Input left as the template had it',
  role: 'fact',
  family: 'C',
  needs: 'metadata',
  weight: 0,
  rationale:
    'A value such as YOUR_API_KEY is handed to the server as it stands, and shows that nobody tried the entry.',
  falsePositives: 'Values meant as an example, which belong into `placeholder` (not looked at here).',
  baseRate: { value: '11 of 1,134 inputs', population: '964 servers of the official registry', date: '2026-01' },
  references: [
    'https://github.com/modelcontextprotocol/registry/blob/main/docs/modelcontextprotocol-io/quickstart.mdx',
  ],

  detect({ record }) {
    const inputs = declaredInputs(record);
    if (inputs === null) return unseen('the registry does not list inputs');
    return inputs.flatMap((input) => {
      const text = placeholderOf(input);
      if (text === null) return [];
      return [
        cite(record.place, input.at, { statement: 'A declared input was left as a template has it', observed: text }),
      ];
    });
  },
});

function placeholderOf({ name, value, default: preset }: Input): string | null {
  if (PLACEHOLDER_NAME.test(name)) return name;
  const text = value ?? preset ?? '';
  return text.length <= MAX_CHARACTERS && PLACEHOLDER.test(text.trim()) ? text : null;
}
