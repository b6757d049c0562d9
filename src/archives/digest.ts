import { hash } from 'node:crypto';
import type { DigestCheck } from '../model/source.ts';

/** What a registry says of an archive's bytes; null is not given. */
export interface ExpectedDigests {
  /** npm: Subresource Integrity, one or several. */
  readonly integrity: string | null;
  /** npm: SHA-1 in hex. */
  readonly shasum: string | null;
  /** PyPI: SHA-256 in hex. */
  readonly sha256: string | null;
}

/** Strongest first, as in Subresource Integrity §3.2.4; npm still writes sha1 for what was published before 2017. */
const ALGORITHMS = ['sha512', 'sha384', 'sha256', 'sha1'] as const;
/** A list of every algorithm in use has some 300 characters. */
const MAX_INTEGRITY_CHARACTERS = 2_000;
const INTEGRITY = /^(sha\d{1,3})-([A-Za-z0-9+/]{20,100}={0,2})(?:\?|$)/;
const HEX = { sha1: /^[0-9a-f]{40}$/, sha256: /^[0-9a-f]{64}$/ } as const;

/**
 * The archive's bytes against what its registry says of them.
 *
 * Only the strongest algorithm counts, and of its several digests any may match, as npm does it. What cannot be read is not given.
 */
export function checkDigest(archive: Buffer, { integrity, shasum, sha256 }: ExpectedDigests): DigestCheck {
  const given = integritiesIn(integrity ?? '');
  const algorithm = ALGORITHMS.find((each) => given.has(each));
  if (algorithm !== undefined)
    return compared(algorithm, given.get(algorithm) ?? [], hash(algorithm, archive, 'base64'));
  const [inHex, expected] = sha256 === null ? (['sha1', shasum] as const) : (['sha256', sha256] as const);
  const hex = expected?.toLowerCase() ?? '';
  if (!HEX[inHex].test(hex)) return { outcome: 'not given' };
  return compared(inHex, [hex], hash(inHex, archive, 'hex'));
}

function integritiesIn(integrity: string): ReadonlyMap<string, readonly string[]> {
  const given = new Map<string, string[]>();
  for (const token of integrity.slice(0, MAX_INTEGRITY_CHARACTERS).split(/\s+/)) {
    const [, algorithm, digest] = INTEGRITY.exec(token) ?? [];
    if (algorithm === undefined || digest === undefined) continue;
    const known = given.get(algorithm) ?? [];
    known.push(digest);
    given.set(algorithm, known);
  }
  return given;
}

function compared(algorithm: string, expected: readonly string[], observed: string): DigestCheck {
  if (expected.includes(observed)) return { outcome: 'matches', algorithm };
  return { outcome: 'differs', algorithm, expected: expected.join(' '), observed };
}
