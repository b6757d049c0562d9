// Writes what `evaluate` prints into docs/evaluation.md, between its markers: the shipped snapshot, and recorded listings where they are there.
// node scripts/evaluation.ts [--print]
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { baseUrlFlags, CAPTURE_ENVIRONMENT, run } from '../test/program/run.ts';
import { feedFromDumps } from '../test/registries/dumps.ts';
import { startRegistries } from '../test/registries/server.ts';

const ROOT = join(import.meta.dirname, '..');
const PAGE = join(ROOT, 'docs', 'evaluation.md');
const GROUND_TRUTH = join(ROOT, '..', 'shared', 'ground-truth');
const DUMPS = join(ROOT, '..', 'shared', 'data');
/** The last day with raw records, which name packages, and the last with an index of names and repositories. */
const RECORDED = ['2025-12-12', '2026-05-23'];
const GIB = 1024 ** 3;

interface Block {
  readonly marker: string;
  readonly title: string;
  /** As a reader types it. */
  readonly command: string;
  readonly text: string;
}

async function shipped(): Promise<readonly Block[]> {
  const truth = existsSync(GROUND_TRUTH) ? ['--labels', GROUND_TRUTH] : [];
  const shown = truth.length === 0 ? '' : ' --labels ../shared/ground-truth';
  return [
    await block('shipped', 'The shipped snapshot', `evaluate --long --ablation${shown}`, [
      '--long',
      '--ablation',
      ...truth,
    ]),
    await block('as-of', 'As of a day before', `evaluate --as-of 2026-06-25${shown}`, [
      '--as-of',
      '2026-06-25',
      ...truth,
    ]),
  ];
}

/** Real listings, without labels: what ordinary entries fire. */
async function recorded(home: string): Promise<readonly Block[]> {
  if (!existsSync(DUMPS)) return [];
  const blocks: Block[] = [];
  for (const date of RECORDED) {
    const feed = feedFromDumps(DUMPS, { date });
    if (feed === undefined) continue;
    const registries = await startRegistries(feed);
    const flags = ['--snapshots', home, '--cache', join(home, 'cache'), ...baseUrlFlags(registries)];
    const captured = await run(['capture', '--date', date, '--no-progress', ...flags], { env: CAPTURE_ENVIRONMENT });
    await registries.close();
    if (captured.code !== 0) throw new Error(captured.stderr);
    blocks.push(
      await block(`recorded ${date}`, `Recorded listings of ${date}`, `evaluate --corpus ${date}`, [
        '--corpus',
        join(home, date),
      ]),
    );
  }
  return blocks;
}

async function block(marker: string, title: string, command: string, args: readonly string[]): Promise<Block> {
  const startedMs = Date.now();
  const { code, stdout, stderr } = await run(['evaluate', '--no-progress', ...args]);
  if (code !== 0 && code !== 1) throw new Error(stderr);
  const seconds = Math.round((Date.now() - startedMs) / 1000);
  const how = `\`registry-audit ${command}\`, ${seconds} s, exit ${code}`;
  return { marker, title, command, text: `${how}\n\n${stdout.trim()}` };
}

/** The page with each block's text between its markers. Throws where a marker is missing. */
export function filled(page: string, blocks: readonly Pick<Block, 'marker' | 'title' | 'text'>[]): string {
  return blocks.reduce((text, { marker, title, text: inside }) => {
    const [open, close] = [`<!-- ${marker} -->`, `<!-- end of ${marker} -->`];
    const [from, to] = [text.indexOf(open), text.indexOf(close)];
    if (from === -1 || to < from) throw new Error(`the page has no ${open} … ${close}`);
    return `${text.slice(0, from + open.length)}\n\n## ${title}\n\n${inside}\n\n${text.slice(to)}`;
  }, page);
}

function machine(): string {
  const day = new Date().toISOString().slice(0, 10);
  return `Measured on ${day} with Node ${process.version} on a machine of ${cpus().length} shared cores and ${Math.round(totalmem() / GIB)} GiB, which did other work at the same time.`;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { print: { type: 'boolean', default: false } } });
  const home = mkdtempSync(join(tmpdir(), 'registry-audit-evaluation-'));
  try {
    const blocks = [...(await shipped()), ...(await recorded(home))];
    const page = filled(readFileSync(PAGE, 'utf8'), [
      { marker: 'machine', title: 'When and where', text: machine() },
      ...blocks,
    ]);
    if (values.print) console.log(page);
    else writeFileSync(PAGE, page);
  } finally {
    rmSync(home, { recursive: true });
  }
}
