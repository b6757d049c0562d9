import type { Node } from '@babel/types';
import type { Found } from '../located.ts';
import { MAX_TOOLS_PER_FILE } from '../bounds.ts';
import type { Context, Told, Where } from './context.ts';
import { environmentDumps } from './environment-dumps.ts';
import { reader } from './evaluate.ts';
import { parseJavascript } from './parse.ts';
import { endOf, offsetOf } from './scopes.ts';
import { siteFacts } from './site-facts.ts';
import { survey } from './survey.ts';
import type { Part } from './surveyed.ts';
import type { DeclaredTool } from './tools.ts';

export interface ProgramFacts {
  readonly told: readonly { readonly found: Found; readonly scope: number }[];
  readonly tools: readonly DeclaredTool[];
}

/** Programs run by programs run by programs are as deep as is looked. */
const MAX_INNER = 2;
const MIN_INNER_CHARACTERS = 8;
const MAX_INNER_CHARACTERS = 200_000;

/** The facts of one file, whose tree may come in pieces. */
export function programFacts(parts: readonly Part[], path: string, inner = 0): ProgramFacts {
  const told: { readonly found: Found; readonly scope: number }[] = [];
  const tools: DeclaredTool[] = [];
  const seen = new Set<string>();
  const plain = spans();
  const decoded = spans();

  function tell({ kind, value, by, category, from }: Told, { node, scope }: Where): void {
    const key = `${kind} ${scope.functionNumber} ${by} ${value}`;
    if (seen.has(key)) return;
    seen.add(key);
    const folded = [...(from?.techniques.keys() ?? [])];
    const found: Found = {
      kind,
      value,
      by,
      offset: offsetOf(node),
      ...(category === null || category === undefined ? {} : { category }),
      ...(folded.length === 0 ? {} : { folded }),
    };
    told.push({ found, scope: scope.functionNumber });
  }

  const context: Context = {
    reader: reader(survey(parts)),
    tell,
    tellDecoded(fact, at) {
      if (decoded.has(at.node)) return;
      decoded.add(at.node);
      tell(fact, at);
    },
    consume: (node) => plain.add(node),
    isConsumed: (node) => plain.has(node),
    readInner(code, at, from) {
      if (inner >= MAX_INNER || code.length < MIN_INNER_CHARACTERS || code.length > MAX_INNER_CHARACTERS) return;
      const parsed = parseJavascript(code, path);
      if (parsed.how === 'refused') return;
      for (const { found } of programFacts([{ program: parsed.program, body: null }], path, inner + 1).told) {
        tell(
          {
            ...found,
            from: {
              techniques: new Map([...from.techniques, ...(found.folded ?? []).map((each) => [each, 1] as const)]),
            },
          },
          at,
        );
      }
    },
  };
  const dumps = environmentDumps(context);
  for (const site of context.reader.survey.sites) {
    const tool = siteFacts(context, dumps, site);
    if (tool !== null && tools.length < MAX_TOOLS_PER_FILE && !tools.some(({ at }) => at.node === tool.at.node))
      tools.push(tool);
  }
  dumps.finish();
  return { told, tools };
}

interface Spans {
  readonly add: (node: Node) => void;
  /** Whether a node lies in what was added; asked in the order of the file. */
  readonly has: (node: Node) => boolean;
}

function spans(): Spans {
  let open: (readonly [start: number, end: number])[] = [];
  return {
    add: (node) => open.push([offsetOf(node), endOf(node)]),
    has(node) {
      const [start, end] = [offsetOf(node), endOf(node)];
      if (open.length > 8) open = open.filter(([, last]) => last > start);
      return open.some(([first, last]) => start >= first && end <= last);
    },
  };
}
