/**
 * Publishers of an invented harbour town: people with a login, companies with a domain.
 *
 * Domains end in the reserved `.example`; namespaces have the shapes of real ones (77 % `io.github.*`, then `com.*`, `ai.*` …).
 */
import type { Publisher } from './model.ts';
import { capital, company, login } from './names.ts';
import { happens, stream, weighted, type Weighted } from './random.ts';

const TOP_LEVELS: Weighted<string> = [
  ['com', 880],
  ['ai', 450],
  ['io', 212],
  ['dev', 72],
  ['app', 50],
  ['co', 30],
  ['net', 24],
  ['xyz', 16],
  ['org', 14],
  ['tech', 13],
  ['cloud', 9],
  ['eu', 30],
  ['sh', 6],
];
/** Of publishers; of entries it is 77 %, since farms are mostly GitHub accounts. */
const ON_GITHUB = 0.76;

export function makePublisher(key: string, taken: Set<string>): Publisher {
  const chance = stream(key, 'publisher');
  if (happens(chance, ON_GITHUB)) return person(key, unused(login(chance), taken));
  const [one, two] = company(chance);
  const label = unused(happens(chance, 0.25) ? `${one}-${two}` : `${one}${two}`, taken);
  return companyOf(key, { label, display: `${capital(one)} ${capital(two)}`, topLevel: weighted(chance, TOP_LEVELS) });
}

export function person(key: string, account: string): Publisher {
  const chance = stream(key, 'person');
  const lower = account.toLowerCase();
  const domain = happens(chance, 0.35) ? `${lower}.example` : null;
  return {
    key,
    login: account,
    namespace: `io.github.${account}`,
    display: account,
    domain,
    account: { name: lower, email: `${lower}@${lower}.example` },
  };
}

export function companyOf(key: string, of: { label: string; display: string; topLevel: string }): Publisher {
  const chance = stream(key, 'company');
  const account = happens(chance, 0.2) ? `${of.label}-hq` : of.label;
  return {
    key,
    login: account,
    namespace: `${of.topLevel}.${of.label}${happens(chance, 0.03) ? '.mcp' : ''}`,
    display: of.display,
    domain: `${of.label}.example`,
    account: { name: account, email: `npm@${of.label}.example` },
  };
}

/** Names are used once, whatever their letter case. */
function unused(name: string, taken: Set<string>): string {
  let found = name;
  for (let round = 2; taken.has(found.toLowerCase()); round += 1) found = `${name}${round}`;
  taken.add(found.toLowerCase());
  return found;
}
