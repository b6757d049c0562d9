import type { Input } from '../model/entry.ts';
import { runs } from '../text/words.ts';

/** Longer names are no names. */
const MAX_CHARACTERS = 200;
/**
 * What a name of a secret ends in. Names that go on are about a secret and hold none: *_PATH, *_FILE, *_URL, *_TTL, *_ALGORITHM,
 * *_ENDPOINT, *_NAME, *_ID, *_REGION, *_MODE, *_EXPIRY.
 */
const SECRET_WORDS = new Set(
  `key apikey token accesstoken apitoken secret password passwd pwd passphrase credential credentials
  authorization pat`.split(/\s+/),
);
/** Cheaper than dividing every name into words. */
const MAY_NAME_SECRET = /(?:key|token|secret|password|passwd|pwd|passphrase|credentials?|authorization|pat)$/i;
/** `PUBLIC_KEY`, `SORT_KEY`, `MAX_TOKEN`. */
const NO_SECRET_BEFORE = new Set([
  'public',
  'primary',
  'sort',
  'partition',
  'cache',
  'foreign',
  'max',
  'pub',
  'idempotency',
]);

/**
 * Whether an input is declared or named as a secret: `isSecret`, or a name like `GITHUB_TOKEN`, `X-API-Key`, `clientSecret`.
 *
 * Arguments count only where they are marked: `--token` is as often a count or a position.
 */
export function asksForSecret({ kind, name, isSecret }: Input): boolean {
  if (isSecret === true) return true;
  return kind !== 'runtime-argument' && kind !== 'package-argument' && namesSecret(name);
}

function namesSecret(name: string): boolean {
  if (name.length > MAX_CHARACTERS || !MAY_NAME_SECRET.test(name)) return false;
  const parts = runs(name).flatMap((run) => run.parts);
  const [before, last] = [parts.at(-2) ?? '', parts.at(-1) ?? ''];
  return SECRET_WORDS.has(last) && !NO_SECRET_BEFORE.has(before);
}
