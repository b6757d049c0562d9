import compareSemver from 'semver/functions/compare.js';
import parseSemver from 'semver/functions/parse.js';
import { canonicalPep440, comparePep440 } from './pep440.ts';

/** How one ecosystem names packages and orders versions. */
interface Rules {
  /** As OSV writes it. */
  readonly osvName: string;
  /** Equal for names that are one package there. */
  readonly sameName: (name: string) => string;
  readonly order: Order | null;
}

interface Order {
  /** The same text for what is the same version; null where it is none. */
  readonly canonical: (text: string) => string | null;
  /** null where either is not a version. */
  readonly compare: (a: string, b: string) => number | null;
}

const SEMVER: Order = {
  canonical: (text) => parseSemver(text)?.version ?? null,
  compare(a, b) {
    const [left, right] = [parseSemver(a), parseSemver(b)];
    return left === null || right === null ? null : compareSemver(left, right);
  },
};
const PEP_440: Order = { canonical: canonicalPep440, compare: comparePep440 };

/** Of an ecosystem that is not here, versions are compared as text and ranges not at all. */
const RULES: ReadonlyMap<string, Rules> = new Map<string, Rules>([
  // Exactly: JSONStream and jsonstream are two packages, and a name without its scope is another package.
  ['npm', { osvName: 'npm', sameName: asWritten, order: SEMVER }],
  ['pypi', { osvName: 'PyPI', sameName: pep503, order: PEP_440 }],
  ['cargo', { osvName: 'crates.io', sameName: asWritten, order: SEMVER }],
  ['nuget', { osvName: 'NuGet', sameName: (name) => name.toLowerCase(), order: null }],
]);
const BY_OSV_NAME: ReadonlyMap<string, string> = new Map([...RULES].map(([id, { osvName }]) => [osvName, id]));

/** An ecosystem as entries name it; one that they do not name stays as OSV writes it. Case counts. */
export function ecosystemOf(osvName: string): string {
  return BY_OSV_NAME.get(osvName) ?? osvName;
}

/** `npm/@tidewater/harbor-mcp`: the same for names that are one package, and for no others. */
export function packageKey(ecosystem: string, name: string): string {
  return `${ecosystem}/${RULES.get(ecosystem)?.sameName(name) ?? name}`;
}

/** The same text for what is the same version there, and null for what is a range, a tag or nothing. */
export function canonicalVersion(ecosystem: string, text: string): string | null {
  const order = RULES.get(ecosystem)?.order ?? null;
  return order === null ? text || null : order.canonical(text);
}

/** Negative, 0 or positive; null where the order is not known or either is not a version. */
export function compareVersions(ecosystem: string, a: string, b: string): number | null {
  return RULES.get(ecosystem)?.order?.compare(a, b) ?? null;
}

function asWritten(name: string): string {
  return name;
}

function pep503(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}
