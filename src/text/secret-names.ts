import { runs } from './words.ts';

/** Cheaper than dividing every name into words. */
const MAY_NAME_SECRET =
  /key|token|secret|passw|pwd|passphrase|credential|cookie|auth|mnemonic|seed|pat\b|_pat|dsn|connection|database|mongo|redis|postgres|pem|webhook|session/i;
const SECRET_LAST = new Set(
  `key keys apikey apikeys token tokens accesstoken apitoken authtoken secret secrets password passwords passwd pwd pass passphrase
  credential credentials authorization auth pat cookie cookies mnemonic privatekey secretkey accesskey dsn`.split(
    /\s+/,
  ),
);
/** The last word is an ordinary one, the two together name a secret. */
const SECRET_PAIRS = new Set(
  'seed phrase,connection string,database url,mongodb uri,mongo uri,redis url,postgres url,private pem,webhook url,session token'.split(
    ',',
  ),
);
/** `PUBLIC_KEY`, `SORT_KEY`, `MAX_TOKENS`. */
const NO_SECRET_BEFORE = new Set(
  `public pub primary sort partition cache foreign max min num total count idempotency hot shortcut host output input completion
  prompt context used per no skip omit disable enable use require allow mask`.split(/\s+/),
);
/** The shell's own folders. */
const SHELLS_OWN = new Set(['pwd', 'oldpwd']);

/**
 * Whether an environment variable's name says that it holds a secret: `GITHUB_TOKEN`, `openaiApiKey`, `DB_PASSWORD`.
 *
 * Names that go on are about a secret and hold none: *_PATH, *_FILE, *_TTL, *_ID, *_NAME, *_ALGORITHM. Connection strings hold one.
 */
export function isSecretName(name: string): boolean {
  if (name.length > 200 || !MAY_NAME_SECRET.test(name) || SHELLS_OWN.has(name.toLowerCase())) return false;
  const parts = runs(name).flatMap((run) => run.parts);
  const [before, last] = [parts.at(-2) ?? '', parts.at(-1) ?? ''];
  if (SECRET_PAIRS.has(`${before} ${last}`)) return true;
  return SECRET_LAST.has(last) && !NO_SECRET_BEFORE.has(before);
}
