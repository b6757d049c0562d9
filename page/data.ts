import type { PageAnswers, PageDetail, PageFacts, PageIndex, PageRow } from '../src/report/page-data.ts';
import { blockText } from './block.ts';

/** What the scan put into the page. The first table waits for facts and rows alone; the other blocks may not be read yet. */
export const facts: PageFacts = JSON.parse(blockText('facts'));
export const rows: readonly PageRow[] = JSON.parse(blockText('rows'));
export const declarations = new Map(facts.signals.map((each) => [each.id, each]));

let index: PageIndex | null | undefined;
let detailLines: readonly string[] | undefined;
let answerLines: readonly string[] | undefined;

/** null where the scan listed no entries. */
export function entryIndex(): PageIndex | null {
  index ??= readIndex();
  return index;
}

/** Finds the lines of all details before the first is asked for, so that opening it need not wait. */
export function findDetails(): void {
  detailLines ??= blockLines('details');
  answerLines ??= blockLines('answers');
}

export function detailOf({ line }: PageRow): PageDetail {
  findDetails();
  return JSON.parse(detailLines?.[line] ?? 'null');
}

export function answersOf({ answers }: PageDetail): PageAnswers {
  findDetails();
  return JSON.parse(answerLines?.[answers] ?? 'null');
}

function blockLines(id: string): readonly string[] {
  return blockText(id).trim().split('\n');
}

function readIndex(): PageIndex | null {
  return JSON.parse(blockText('index'));
}
