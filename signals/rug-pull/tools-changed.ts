import { shortened } from '../../src/evidence/history.ts';
import { arrivals, type Trait } from '../../src/evidence/source-arrivals.ts';
import { acrossReleases, citeArchive, stepLabel } from '../../src/evidence/source-looked.ts';
import { runs, type Step } from '../../src/evidence/source-steps.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { Json } from '../../src/model/place.ts';
import type { ArchiveFacts, FileFacts, ReleaseFacts, ToolFact } from '../../src/model/source.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';

/** An instruction stands in a tool's text where it begins within this many lines of the tool. */
const TOOL_LINES = 60;
const MAX_TEXT_CHARACTERS = 4_000;
const INSTRUCTIONS: Trait = { kinds: ['instruction'] };

export const toolsChanged = defineSignal({
  id: 'rug-pull/tools-changed',
  title: 'Tools of the server are added or described anew',
  family: 'C',
  needs: 'source',
  // More than one release in twenty changes its tools, so that it weighs less than what is to be watched.
  weight: 7,
  cases: { instructs: { weight: 25, when: 'the new text instructs the model, or hides characters' } },
  rationale:
    'Tools are approved once, by their name and description; a client that does not ask again shows the model whatever the next release says.',
  falsePositives: 'Nearly all of it is work on the product. Read the new text as a model would.',
  baseRate: {
    value: '42 of 170 release pairs (25 %), some of them several releases apart; 9.4 % of neighbours in a wider sample',
    population: '170 pairs of archives of 25 popular MCP packages on npm',
    date: '2026-11-21',
  },
  references: [
    'https://modelcontextprotocol.io/specification/2025-11-25/server/tools',
    'https://osv.dev/vulnerability/MAL-2026-2328',
  ],

  detect(subject, _context: RugPullContext) {
    // Tools that could not be told before (a bundle, a table of them) are not new because they can be told now.
    const field = { isGiven: tellsTools, lacking: 'the tools of a release could not be told' };
    return acrossReleases(subject, { read: 'files', looksAt: 'compared', field }, changes);
  },
});

function tellsTools({ before, release }: Step): boolean {
  return before !== null && declared(before).length > 0 && declared(release).length > 0;
}

function changes(step: Step): readonly Evidence[] {
  const known = textsByName(step.before);
  const met = new Set<string>();
  return declared(step.release).flatMap(({ archive, file, tool }) => {
    const texts = known.get(tool.name);
    const text = textOf(tool);
    if (texts?.some((each) => isSame(each, text)) === true || met.has(tool.name)) return [];
    met.add(tool.name);
    const did = texts === undefined ? 'added the tool' : 'described anew the tool';
    return [
      citeArchive(archive, `/${file.path}:${tool.line}:${tool.column}`, {
        statement: `${stepLabel(step)} ${did} ${shortened(tool.name)}`,
        observed: text.description,
        expected: texts?.[0]?.description ?? null,
        ...(isInstructing(step, file, tool) ? { case: 'instructs' } : {}),
      }),
    ];
  });
}

interface ToolText {
  readonly description: string | null;
  /** '' where the schema is not constant. */
  readonly schema: string;
}

function textsByName(release: ReleaseFacts | null): ReadonlyMap<string, readonly ToolText[]> {
  const texts = new Map<string, ToolText[]>();
  for (const { tool } of release === null ? [] : declared(release)) {
    texts.set(tool.name, [...(texts.get(tool.name) ?? []), textOf(tool)]);
  }
  return texts;
}

function declared(
  release: ReleaseFacts,
): readonly { readonly archive: ArchiveFacts; readonly file: FileFacts; readonly tool: ToolFact }[] {
  return release.archives.flatMap((archive) =>
    archive.files.filter(runs).flatMap((file) => file.tools.map((tool) => ({ archive, file, tool }))),
  );
}

function textOf({ description, inputSchema }: ToolFact): ToolText {
  return {
    description: description === null ? null : description.slice(0, MAX_TEXT_CHARACTERS).trim().replace(/\s+/g, ' '),
    schema: inputSchema === null ? '' : JSON.stringify(sorted(inputSchema)),
  };
}

/** What is not constant is not known, and differs from nothing. */
function isSame(a: ToolText, b: ToolText): boolean {
  const sameText = a.description === null || b.description === null || a.description === b.description;
  return sameText && (a.schema === '' || b.schema === '' || a.schema === b.schema);
}

/** Keys in one order, since sources are formatted; no deeper than schemas of tools go. */
function sorted(schema: Json, depth = 0): Json {
  if (typeof schema !== 'object' || schema === null || depth > 8) return schema;
  if (isList(schema)) return schema.map((each) => sorted(each, depth + 1));
  const entries = Object.entries(schema).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, sorted(value, depth + 1)]));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isInstructing(step: Step, file: FileFacts, tool: ToolFact): boolean {
  return arrivals(step, INSTRUCTIONS).some(
    (arrival) =>
      arrival.file === file && arrival.fact.line >= tool.line - 1 && arrival.fact.line <= tool.line + TOOL_LINES,
  );
}
