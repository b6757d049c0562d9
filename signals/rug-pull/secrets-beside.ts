import { isSecretName } from '../../src/text/secret-names.ts';
import { arrived, identityOf, recent, type Held, type Trait } from '../../src/evidence/source-arrivals.ts';
import { beside, inSameFunction } from '../../src/evidence/source-beside.ts';
import type { Step } from '../../src/evidence/source-steps.ts';
import type { Fact } from '../../src/model/source.ts';
import { runs } from '../../src/text/words.ts';
import { isForeignSecret } from './foreign-secrets.ts';
import { isOfHost, type Destination } from './known-hosts.ts';
import { isOwnWord, tellingWords, type OwnNames } from './own-names.ts';

/** Places of keys, wallets and logins; what a program reads there is somebody's. */
export const CREDENTIAL_PLACES: ReadonlySet<string> = new Set(['credentials', 'wallet', 'browser-profile']);

/** What a program can take that is secret: variables of the environment, all of it, and places where others keep theirs. */
export const SECRETS: Trait = {
  kinds: ['environment', 'environment-dump', 'file-read', 'path'],
  identity: ({ kind, by, value, category = '' }) => {
    if (kind === 'environment') return isSecretName(value) ? `name ${value}` : null;
    if (kind === 'environment-dump') return `all ${by}`;
    return CREDENTIAL_PLACES.has(category) ? `place ${value}` : null;
  },
};

/** A fact that sends something somewhere. */
export interface Sending {
  readonly step: Step;
  readonly own: OwnNames;
  readonly held: Held;
  /** null where it is not constant. */
  readonly destination: Destination | null;
  /** Whether it came with this release; a pair is news when one of the two is. */
  readonly isNews: boolean;
  /** Whether something is sent there, and not only named. */
  readonly isAsked: boolean;
}

/**
 * The secret that stands with what sends something somewhere, where the pair is news; null where there is none.
 *
 * In the function that asks a constant destination every secret counts but its own key. Elsewhere near it, asked or only named (it may
 * be another file that asks), only what came lately as well and nothing explains: tokens of vendors that the release does not name, the whole environment, places of credentials.
 */
export function secretBeside(sending: Sending): Fact | null {
  const { step, held, destination, isNews, isAsked } = sending;
  const { file, fact } = held;
  const [now, lately] = [arrived(step, SECRETS), recent(step, SECRETS)];
  const pairs = (secret: Fact, isTogether: boolean): boolean => {
    const identity = identityOf(SECRETS, { file, fact: secret });
    if (identity === null || !(isNews || now.has(identity)) || isItsOwn(sending, secret)) return false;
    return isTogether || (lately.has(identity) && isUnexplained(sending, secret));
  };
  const hasFunction = isAsked && fact.scope !== 0 && destination !== null;
  return (
    (hasFunction ? inSameFunction(file, fact, SECRETS.kinds, (secret) => pairs(secret, true)) : null) ??
    beside(file, fact, SECRETS.kinds, (secret) => pairs(secret, false))
  );
}

/** `the whole environment`, `NPM_TOKEN`, `~/.ssh/id_rsa`. */
export function secretLabel({ kind, value }: Fact): string {
  return kind === 'environment-dump' ? 'the whole environment' : value.slice(0, 80);
}

/** Whether a place belongs to what the package is for: `~/.kube` of a server for Kubernetes. */
export function isOwnPlace(own: OwnNames, { value }: Pick<Fact, 'value'>): boolean {
  return tellingWords(value).some((word) => isOwnWord(own, word));
}

function isItsOwn({ own, destination }: Sending, secret: Fact): boolean {
  if (secret.kind === 'environment-dump') return false;
  if (secret.kind !== 'environment') return isOwnPlace(own, secret);
  if (destination === null) return false;
  return runs(secret.value).some(({ parts }) => parts.some((word) => word.length > 2 && isOfHost(word, destination)));
}

function isUnexplained({ step, own }: Sending, secret: Fact): boolean {
  return secret.kind !== 'environment' || isForeignSecret(step, own, secret.value);
}
