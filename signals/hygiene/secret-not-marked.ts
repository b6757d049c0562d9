import { cite } from '../../src/evidence/cite.ts';
import { shortened } from '../../src/evidence/history.ts';
import type { Input } from '../../src/model/entry.ts';
import { defineSignal, unseen } from '../../src/signal.ts';
import { runs } from '../../src/text/words.ts';
import { declaredInputs } from './declared-inputs.ts';

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

/** Of packages and remotes only: there server.json says that an input that is not marked is none; elsewhere unmarked is unknown. */
export const secretNotMarked = defineSignal({
  id: 'hygiene/secret-not-marked',
  title: 'Input named like a secret and not marked as one',
  role: 'fact',
  family: 'C',
  needs: 'metadata',
  weight: 0,
  rationale: 'Clients show and store what is not marked as secret in plain text.',
  falsePositives: 'Inputs whose name ends in a word for secrets and that hold none, such as the key of a map.',
  baseRate: {
    value: '91 of 399 inputs with such names',
    population: '964 servers of the official registry',
    date: '2026-01',
  },
  references: [
    'https://github.com/modelcontextprotocol/registry/blob/main/docs/reference/server-json/generic-server-json.md',
  ],

  detect({ record }) {
    const inputs = declaredInputs(record);
    if (inputs === null) return unseen('the registry does not list inputs');
    return inputs
      .filter((input) => input.isSecret !== true && namesSecret(input))
      .map(({ at, name }) =>
        cite(record.place, at, {
          statement: `The input ${shortened(name)} was not marked as secret`,
          observed: name,
        }),
      );
  },
});

function namesSecret({ kind, name }: Input): boolean {
  if (kind === 'runtime-argument' || kind === 'package-argument' || !MAY_NAME_SECRET.test(name)) return false;
  const parts = runs(name).flatMap((run) => run.parts);
  const [before, last] = [parts.at(-2) ?? '', parts.at(-1) ?? ''];
  return SECRET_WORDS.has(last) && !NO_SECRET_BEFORE.has(before);
}
