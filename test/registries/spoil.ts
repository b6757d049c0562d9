import type { Json } from '../../src/model/place.ts';
import { jsonAnswer } from './answer.ts';
import type { Answer, LoopbackRegistry } from './answer.ts';
import { at, isObject, textAt } from './at.ts';
import type { ContentFault } from './misbehave.ts';

/** The answer with what is wrong in its content. */
export function spoil(
  honest: Answer,
  fault: ContentFault,
  { url, registry }: { url: URL; registry: LoopbackRegistry },
): Answer {
  const { kind } = fault;
  if (kind === 'status') {
    const refusal = registry.error(fault.status, 'Refused by a rule of the loopback server');
    return { ...refusal, headers: { ...refusal.headers, ...fault.headers } };
  }
  if (kind === 'redirect') {
    const location = fault.to ?? `${url.pathname}${url.search}`;
    return { status: 302, headers: { location }, body: Buffer.alloc(0) };
  }
  if (kind === 'html') return { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from(CHALLENGE) };
  if (kind === 'truncated-json') return { ...honest, body: honest.body.subarray(0, honest.body.length >>> 1) };

  if (kind === 'flipped-bit') return { ...honest, body: withFlippedBit(honest.body) };

  const cursor = url.searchParams.get('cursor') ?? url.searchParams.get('after');
  if (kind === 'repeated-cursor') return edited(honest, (page) => withCursor(page, cursor));
  if (kind === 'empty-page') return edited(honest, (page) => emptied(page, cursor ?? 'more'));
  return edited(honest, (page) => withTotal(page, fault.total));
}

function withFlippedBit(body: Buffer): Buffer {
  const middle = body.length >>> 1;
  return Buffer.concat([
    body.subarray(0, middle),
    body.subarray(middle, middle + 1).map((byte) => byte ^ 1),
    body.subarray(middle + 1),
  ]);
}

const CHALLENGE = '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>';

type Page = Readonly<Record<string, Json>>;

/** Only pages have cursors and totals: what is no JSON object stays as it is. */
function edited(honest: Answer, edit: (page: Page) => Page): Answer {
  if (honest.headers['content-type'] !== 'application/json') return honest;
  const page: Json = JSON.parse(honest.body.toString());
  return isObject(page) ? jsonAnswer(edit(page), honest.status, honest.headers) : honest;
}

function withCursor(page: Page, cursor: string | null): Page {
  if (cursor === null) return page;
  if (isObject(page['pageInfo'])) {
    return { ...page, pageInfo: { ...page['pageInfo'], endCursor: cursor, hasNextPage: true } };
  }
  if (!isObject(page['metadata'])) return page;
  const field = at(page, 'metadata', 'next_cursor') === undefined ? 'nextCursor' : 'next_cursor';
  return { ...page, metadata: { ...page['metadata'], [field]: cursor } };
}

/** The honest cursor stays, so a patient client still gets on; a last page points back to where it was asked from. */
function emptied(page: Page, otherwise: string): Page {
  const cursor =
    textAt(page, 'metadata', 'nextCursor') ??
    textAt(page, 'metadata', 'next_cursor') ??
    textAt(page, 'pageInfo', 'endCursor') ??
    otherwise;
  const empty = withCursor({ ...page, servers: [] }, cursor);
  return isObject(empty['metadata']) ? { ...empty, metadata: { ...empty['metadata'], count: 0 } } : empty;
}

function withTotal(page: Page, total: number): Page {
  if (isObject(page['pagination'])) return { ...page, pagination: { ...page['pagination'], totalCount: total } };
  if (isObject(page['metadata'])) return { ...page, metadata: { ...page['metadata'], count: total } };
  return page;
}
