// What is printed from the code: signals/README.md from the declarations, schemas/ from the reports' zod shapes.
import { z } from 'zod';
import { catalogue } from '../signals/index.ts';
import { GatewaysReport } from '../src/report/gateways-schema.ts';
import { CandidatesReport, CoverageReport } from '../src/report/schema.ts';
import { heaviest, type SignalDeclaration } from '../src/signal.ts';

/** Path in the repository to text. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['signals/README.md', signalsPage(catalogue)],
    ['schemas/candidates.schema.json', schema('candidates.schema.json', CandidatesReport)],
    ['schemas/coverage.schema.json', schema('coverage.schema.json', CoverageReport)],
    ['schemas/gateways.schema.json', schema('gateways.schema.json', GatewaysReport)],
  ]);
}

/** The id is relative: schemas are shipped with the package and are not served from anywhere. */
function schema($id: string, shape: z.ZodType): string {
  const { $schema, ...described } = z.toJSONSchema(shape, { target: 'draft-2020-12' });
  return `${JSON.stringify({ $schema, $id, ...described }, null, 2)}\n`;
}

function signalsPage(signals: readonly SignalDeclaration[]): string {
  return [
    '<!-- Printed by `npm run docs` from the declarations in this folder; edit those. -->',
    '',
    '# Signals',
    '',
    'One signal a file, its test beside it, in the order in which reports show them.',
    'A signal that fires cites what it saw; a signal that is silent looked and found nothing; a signal that is unseen could not look.',
    '',
    '| signal | role | weight | family | needs |',
    '| - | - | - | - | - |',
    ...signals.map(
      (each) =>
        `| [${each.id}](#${anchor(each.id)}) | ${each.role} | ${points(each)} | ${each.family} | ${each.needs} |`,
    ),
    '',
    'Families: N name, P publisher identity and attestation, C declared content, V release history, X what runs at install or launch, H host, I intel, B behaviour in code.',
    'Of each family only the largest weight counts. A clearing signal takes its weight in per cent off the score. A fact is shown and weighs nothing.',
    ...signals.flatMap(section),
    '',
  ].join('\n');
}

function section(signal: SignalDeclaration): string[] {
  const { id, title, rationale, falsePositives, baseRate, references, cases = {} } = signal;
  return [
    '',
    `## ${id}`,
    '',
    `${title}.`,
    '',
    `- Weight: ${points(signal)}`,
    ...Object.entries(cases).map(([name, { weight, when }]) => `  - ${weight} when ${when} (\`${name}\`)`),
    `- Why: ${rationale}`,
    `- When it is innocent: ${falsePositives}`,
    `- How often it fires on ordinary entries: ${baseRate === null ? 'no published figure' : `${baseRate.value} (${baseRate.population}, ${baseRate.date})`}`,
    `- References: ${references.join('; ')}`,
  ];
}

function points(signal: SignalDeclaration): string {
  if (signal.role === 'fact') return '0';
  const most = heaviest(signal);
  const least = Math.min(signal.weight, ...Object.values(signal.cases ?? {}).map(({ weight }) => weight));
  const range = least === most ? `${most}` : `${least}–${most}`;
  return signal.role === 'clears' ? `−${range} %` : range;
}

/** The anchor that GitHub gives a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}
