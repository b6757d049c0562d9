import { isSecretName } from '../../src/text/secret-names.ts';
import type { Trait } from '../../src/evidence/source-arrivals.ts';
import type { Step } from '../../src/evidence/source-steps.ts';
import type { ReleaseFacts } from '../../src/model/source.ts';
import { registeredLabel } from '../../src/text/domains.ts';
import { runs, squeezed } from '../../src/text/words.ts';
import { destinationOf } from './known-hosts.ts';
import { isOwnWord, type OwnNames } from './own-names.ts';

/** Names of secrets that the environment is asked for. */
export const SECRET_NAMES: Trait = {
  kinds: ['environment'],
  identity: ({ value }) => (isSecretName(value) ? value : null),
};

/** Words of a variable's name that do not say whose it is. */
const SAYS_NOTHING = new Set(
  `key keys apikey api token tokens accesstoken authtoken secret secrets password passwords passwd pwd pass passphrase credential
  credentials auth authorization bearer access personal pat private public session cookie cookies client app application user
  username admin root default my the mcp server service jwt oauth oauth2 refresh encryption encrypt signing signature master dsn
  url uri connection string database db sql webhook basic http https proxy env test dev prod production staging id llm ai model
  agent tool x custom other extra ip assertion license licence hmac csrf smtp imap mail email redis postgres postgresql pg mysql
  mongo mongodb ssl tls ssh gpg host remote local npx node python web site internal external`.split(/\s+/),
);

/**
 * Whether a variable's name is that of a secret of a vendor whom neither the package's names nor its release explain.
 *
 * Explained by a host, an import or a dependency of the same name, and by variables that begin alike and were read before. A name
 * that says nobody's (`API_KEY`) is not foreign.
 */
export function isForeignSecret(step: Step, own: OwnNames, name: string): boolean {
  const vendor = vendorWords(name);
  if (!isSecretName(name) || vendor.length === 0 || vendor.some((word) => isOwnWord(own, word))) return false;
  const { words, variables } = explanationsOf(step);
  if (vendor.some((word) => isOwnWord({ words, domains: own.domains }, word))) return false;
  // The same name one release ago explains nothing: what comes in steps is still new.
  return !variables.some((known) => known !== name && vendorWords(known)[0] === vendor[0]);
}

function vendorWords(name: string): readonly string[] {
  return runs(name)
    .flatMap(({ parts }) => parts)
    .filter((word) => word.length > 1 && !SAYS_NOTHING.has(word) && !/^\d+$/.test(word));
}

interface Explanations {
  /** Of hosts, modules and dependencies of the release. */
  readonly words: ReadonlySet<string>;
  /** Read by the releases of its line before it. */
  readonly variables: readonly string[];
}

function explanationsOf(step: Step): Explanations {
  const known = EXPLANATIONS.get(step);
  if (known !== undefined) return known;
  const variables = new Set(step.earlier.flatMap(({ release }) => [...variablesIn(release)]));
  const made = { words: new Set(namesIn(step.release)), variables: [...variables] };
  EXPLANATIONS.set(step, made);
  return made;
}

const EXPLANATIONS = new WeakMap<Step, Explanations>();

function* namesIn({ archives }: ReleaseFacts): Generator<string> {
  for (const { manifest, files } of archives) {
    for (const dependency of Object.keys(manifest?.dependencies ?? {})) yield* moduleWords(dependency);
    for (const { facts } of files) {
      for (const fact of facts) {
        if (fact.kind === 'import') yield* moduleWords(fact.value);
        if (fact.kind !== 'request' && fact.kind !== 'address') continue;
        const label = registeredLabel(destinationOf(fact)?.domain ?? '');
        if (label !== null) yield squeezed(label);
      }
    }
  }
}

/** `@aws-sdk/client-s3`: aws, sdk, client. Files of the package itself are no vendors. */
function moduleWords(name: string): readonly string[] {
  return name.startsWith('.') || name.startsWith('/')
    ? []
    : runs(name).flatMap(({ text, parts }) => parts.concat(text));
}

function* variablesIn({ archives }: ReleaseFacts): Generator<string> {
  for (const { files } of archives) {
    for (const { facts } of files) {
      for (const { kind, value } of facts) if (kind === 'environment') yield value;
    }
  }
}
