import type { ArtifactLocation, Log, ReportingDescriptor, Result } from 'sarif';
import { hash } from 'node:crypto';
import { inert } from '../text/inert.ts';
import { runsText } from '../clients/resolution.ts';
import type { AuditedServer, AuditFinding, AuditReport } from './report.ts';
import { RULES } from './rules.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const MAX_MESSAGE_CHARACTERS = 1_000;

/**
 * The findings at the lines of the settings that they are about, without any secret. Files of the project are named from its root, as
 * code scanning services want them.
 */
export function auditSarif({ tool, servers }: AuditReport, project: string): Log {
  const [name = 'registry-audit', version] = tool.split('@');
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name,
            ...(version === undefined ? {} : { semanticVersion: version }),
            rules: [...RULES].map(([id, { title, next }]): ReportingDescriptor => {
              return { id, shortDescription: { text: title }, help: { text: next } };
            }),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: servers.flatMap((server) => server.findings.map((finding) => resultOf(server, finding, project))),
      },
    ],
  };
}

function resultOf({ configured, coordinate }: AuditedServer, finding: AuditFinding, project: string): Result {
  const { rule, level, statement, place } = finding;
  const ruleIndex = [...RULES.keys()].indexOf(rule);
  const label = `${configured.name} (${runsText(configured.resolution)})`;
  return {
    ruleId: rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level,
    message: { text: inert(`${label}: ${statement}`, MAX_MESSAGE_CHARACTERS) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: locationOf(configured.file, project),
          region: { startLine: place.line, startColumn: place.column },
        },
      },
    ],
    // Lines move; which server and what was found stay.
    partialFingerprints: {
      'finding/v1': hash('sha256', JSON.stringify([rule, coordinate, configured.client, configured.name, statement])),
    },
  };
}

function locationOf(file: string, project: string): ArtifactLocation {
  const isInside = file.startsWith(project) && /^[/\\]/.test(file.slice(project.length));
  if (isInside) return { uri: escaped(file.slice(project.length + 1)), uriBaseId: '%SRCROOT%' };
  const path = escaped(file);
  return { uri: `file://${path.startsWith('/') ? '' : '/'}${path}` };
}

/** `/home/tide/mcp.json`, `C:/Users/tide/mcp.json`. */
function escaped(path: string): string {
  // Names of files on Windows may hold half a character, which an address cannot.
  const parts = path.toWellFormed().replaceAll('\\', '/').split('/');
  return parts.map((part) => encodeURIComponent(part).replace('%3A', ':')).join('/');
}
