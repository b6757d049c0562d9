// What is printed from the code: signals/README.md from the declarations, schemas/ from the reports' zod shapes.
import { z } from 'zod';
import { catalogue } from '../signals/index.ts';
import { AuditLock } from '../src/audit/lock-schema.ts';
import { AuditReportSchema, StatusReportSchema } from '../src/audit/schema.ts';
import { EvaluationReport } from '../src/evaluate/schema.ts';
import { CapabilityManifestShape } from '../src/card/manifest-schema.ts';
import { CardReport, ChoicesReport, VerifyReport } from '../src/report/card-schema.ts';
import { DriftReport } from '../src/report/drift-schema.ts';
import { GatewaysReport } from '../src/report/gateways-schema.ts';
import { CandidatesReport, CoverageReport } from '../src/report/schema.ts';
import { SuppressedReport } from '../src/report/suppressed-schema.ts';
import { VerdictLine } from '../src/review/verdict.ts';
import { ConfigFile } from '../src/config/schema.ts';
import { SearchReport } from '../src/search/report.ts';
import { TrendReport } from '../src/report/trend-schema.ts';
import { heaviest, type SignalDeclaration } from '../src/signal.ts';

/** Path in the repository to text. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['signals/README.md', signalsPage(catalogue)],
    ['schemas/audit.schema.json', schema('audit.schema.json', AuditReportSchema)],
    ['schemas/audit-lock.schema.json', schema('audit-lock.schema.json', AuditLock)],
    ['schemas/status.schema.json', schema('status.schema.json', StatusReportSchema)],
    ['schemas/candidates.schema.json', schema('candidates.schema.json', CandidatesReport)],
    ['schemas/card.schema.json', schema('card.schema.json', CardReport)],
    ['schemas/choices.schema.json', schema('choices.schema.json', ChoicesReport)],
    ['schemas/verify.schema.json', schema('verify.schema.json', VerifyReport)],
    ['schemas/manifest.schema.json', schema('manifest.schema.json', CapabilityManifestShape)],
    ['schemas/coverage.schema.json', schema('coverage.schema.json', CoverageReport)],
    ['schemas/drift.schema.json', schema('drift.schema.json', DriftReport)],
    ['schemas/config.schema.json', schema('config.schema.json', ConfigFile)],
    ['schemas/search.schema.json', schema('search.schema.json', SearchReport)],
    ['schemas/evaluation.schema.json', schema('evaluation.schema.json', EvaluationReport)],
    ['schemas/gateways.schema.json', schema('gateways.schema.json', GatewaysReport)],
    ['schemas/suppressed.schema.json', schema('suppressed.schema.json', SuppressedReport)],
    ['schemas/verdict.schema.json', schema('verdict.schema.json', VerdictLine)],
    ['schemas/trend.schema.json', schema('trend.schema.json', TrendReport)],
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
