import { createPublicKey, type KeyObject } from 'node:crypto';
import { list, object, text, time } from '../packages/fields.ts';

/** A key with which an npm registry signs releases, or statements that they were published. */
export interface RegistryKey {
  readonly id: string;
  readonly key: KeyObject;
  readonly uses: readonly KeyUse[];
  /** RFC 3339; null is no bound. The registry's own list of keys has no beginnings. */
  readonly validFrom: string | null;
  /** From then on nothing is signed with it any more. */
  readonly validUntil: string | null;
  /** A key that only its registry vouches for shows no more than that the answer came from that registry. */
  readonly vouchedBy: 'program' | 'registry';
}

export type KeyUse = 'signatures' | 'attestations';

/** npm has had two in thirteen years. */
const MAX_KEYS = 64;
const MAX_KEY_CHARACTERS = 2_000;

/**
 * The keys in the answer of a registry's `/-/npm/v1/keys`, or in the key file that sigstore distributes for npm.
 *
 * A key of another kind than npm documents (ECDSA over P-256), without an id or with bounds that are no times is left out: what is
 * signed with it is signed with an unknown key. Never throws; [] for what is no list of keys.
 */
export function registryKeysIn(document: unknown, vouchedBy: RegistryKey['vouchedBy']): readonly RegistryKey[] {
  const items = list(object(document)?.keys)?.slice(0, MAX_KEYS) ?? [];
  return items.flatMap((item) => {
    const written = object(item) ?? {};
    const read = written.publicKey === undefined ? ofRegistry(written) : ofSigstore(written);
    const key = publicKeyIn(read.spki);
    const validFrom = bound(read.validFrom);
    const validUntil = bound(read.validUntil);
    if (read.id === null || key === null || validFrom === undefined || validUntil === undefined) return [];
    return [{ id: read.id, key, uses: read.uses, validFrom, validUntil, vouchedBy }];
  });
}

/** Loaded when asked for: most runs verify nothing. */
export async function embeddedKeys(): Promise<readonly RegistryKey[]> {
  const { default: file } = await import('./trust-root/npm-keys.json', { with: { type: 'json' } });
  return registryKeysIn(file.content, 'program');
}

/** The program's own keys first, so that no registry replaces one of them under its id. */
export function keyOf(keys: readonly RegistryKey[], id: string, use: KeyUse): RegistryKey | null {
  const fitting = keys.filter((key) => key.id === id && key.uses.includes(use));
  return fitting.find(({ vouchedBy }) => vouchedBy === 'program') ?? fitting[0] ?? null;
}

interface WrittenKey {
  readonly id: string | null;
  readonly spki: string | null;
  readonly uses: readonly KeyUse[];
  readonly validFrom: unknown;
  readonly validUntil: unknown;
}

/** https://docs.npmjs.com/about-registry-signatures: one key for both uses. */
function ofRegistry({ keyid, key, expires }: Readonly<Record<string, unknown>>): WrittenKey {
  return {
    id: text(keyid),
    spki: text(key),
    uses: ['signatures', 'attestations'],
    validFrom: null,
    validUntil: expires ?? null,
  };
}

function ofSigstore({ keyId, keyUsage, publicKey }: Readonly<Record<string, unknown>>): WrittenKey {
  const { rawBytes, validFor } = object(publicKey) ?? {};
  const { start, end } = object(validFor) ?? {};
  return {
    id: text(keyId),
    spki: text(rawBytes),
    uses: keyUsage === 'npm:signatures' ? ['signatures'] : keyUsage === 'npm:attestations' ? ['attestations'] : [],
    validFrom: start ?? null,
    validUntil: end ?? null,
  };
}

function publicKeyIn(spki: string | null): KeyObject | null {
  if (spki === null || spki.length > MAX_KEY_CHARACTERS) return null;
  try {
    const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : null;
  } catch {
    // OpenSSL's errors have no common type, and all of them say that this is no key.
    return null;
  }
}

/** undefined where a bound is written that cannot be read: taken for none, it would make a key valid for ever. */
function bound(value: unknown): string | null | undefined {
  return value === null ? null : (time(value) ?? undefined);
}
