import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';

export interface Pair {
  readonly privateKey: KeyObject;
  /** DER. */
  readonly spki: Buffer;
}

export function pair(namedCurve = 'P-256'): Pair {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve });
  return { privateKey, spki: publicKey.export({ format: 'der', type: 'spki' }) };
}

export function sha256(...data: readonly Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(data)).digest();
}

export function base64(bytes: Buffer): string {
  return bytes.toString('base64');
}
