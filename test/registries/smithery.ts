import type { IncomingHttpHeaders } from 'node:http';
import type { Json } from '../../src/model/place.ts';
import { boundedNumber, jsonAnswer, segmentsOf } from './answer.ts';
import type { Answer, Asked, LoopbackRegistry } from './answer.ts';
import { at, textAt } from './at.ts';
import type { Feed } from './feed.ts';

const FLAGS = ['isDeployed', 'remote', 'verified'];
const FILTER_FLAGS = new Map([
  ['is:deployed', 'isDeployed'],
  ['is:verified', 'verified'],
]);

/** registry.smithery.ai: numbered pages that end at a cap however long the list is, and details with the URLs. */
export function smitheryRegistry(
  { items, details, cap, claimedTotal }: Feed['smithery'],
  key: string | null,
): LoopbackRegistry {
  const subjects = items.map((item) => ({ item, words: wordsOf(item) }));
  const matchesByQuery = new Map<string, readonly Json[]>();

  function matching(query: URLSearchParams): readonly Json[] {
    const question = [query.get('q') ?? '', ...FLAGS.map((flag) => query.get(flag) ?? '')].join('\n');
    const known = matchesByQuery.get(question);
    if (known !== undefined) return known;
    const found = subjects.filter((subject) => answers(subject, query)).map(({ item }) => item);
    if (matchesByQuery.size >= 1_000) matchesByQuery.clear();
    matchesByQuery.set(question, found);
    return found;
  }

  function list(query: URLSearchParams): Answer {
    const page = boundedNumber(query.get('page'), { otherwise: 1, least: 1, most: 1_000_000 });
    const pageSize = boundedNumber(query.get('pageSize'), { otherwise: 10, least: 1, most: 100 });
    if (page === null || pageSize === null) return error(400, 'Invalid query parameters');
    const found = matching(query);
    const totalPages = Math.ceil(Math.min(found.length, cap) / pageSize);
    return jsonAnswer({
      servers: page <= totalPages ? found.slice((page - 1) * pageSize, page * pageSize) : [],
      pagination: {
        currentPage: page,
        pageSize,
        totalPages,
        totalCount: isWhole(query) ? (claimedTotal ?? found.length) : found.length,
      },
    });
  }

  function answer({ path, query }: Asked): Answer {
    const [collection, ...name] = segmentsOf(path) ?? [];
    if (collection !== 'servers') return error(404, 'Not found');
    if (name.length === 0) return list(query);
    const detail = details.get(name.join('/').toLowerCase().replace(/^@/, ''));
    return detail === undefined ? error(404, 'Server not found') : jsonAnswer(detail);
  }

  function refuse(_asked: Asked, headers: IncomingHttpHeaders): Answer | null {
    if (key === null || headers.authorization === `Bearer ${key}`) return null;
    return error(401, 'Unauthorized');
  }

  return { refuse, answer, error };
}

function isWhole(query: URLSearchParams): boolean {
  return ['q', ...FLAGS].every((parameter) => !query.has(parameter));
}

interface Subject {
  readonly item: Json;
  readonly words: string;
}

/** The real search is semantic; here a word of the query has to stand somewhere in the item, and each filter to hold. */
function answers({ item, words }: Subject, query: URLSearchParams): boolean {
  const terms = (query.get('q') ?? '').toLowerCase().split(' ').filter(Boolean);
  const plain = terms.filter((term) => !isFilter(term));
  return (
    terms.filter(isFilter).every((term) => passes(item, term)) &&
    (plain.length === 0 || plain.some((word) => words.includes(word))) &&
    FLAGS.every((flag) => holds(item, flag, query.get(flag)))
  );
}

function isFilter(term: string): boolean {
  return FILTER_FLAGS.has(term) || term.startsWith('owner:') || term.startsWith('repo:');
}

function passes(item: Json, term: string): boolean {
  const flag = FILTER_FLAGS.get(term);
  if (flag !== undefined) return at(item, flag) === true;
  const name = (textAt(item, 'qualifiedName') ?? '').toLowerCase().replace(/^@/, '');
  return term.startsWith('owner:') ? name.startsWith(`${term.slice(6)}/`) : name.endsWith(`/${term.slice(5)}`);
}

function holds(item: Json, flag: string, wanted: string | null): boolean {
  if (wanted === null) return true;
  return (at(item, flag) === true) === (wanted === '1' || wanted === 'true');
}

function wordsOf(item: Json): string {
  const texts = ['qualifiedName', 'displayName', 'description'].map((key) => textAt(item, key) ?? '');
  return texts.join('\n').toLowerCase();
}

function error(status: number, message: string): Answer {
  return jsonAnswer({ error: message }, status);
}
