import { sign } from 'node:crypto';
import { bits, der, integer, octets, oid, sequence, truth } from './der.ts';
import { type Pair, sha256 } from './keys.ts';

const ECDSA_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));

export interface Fields {
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly validity: Buffer;
  readonly spki: Buffer;
  readonly extensions: readonly Buffer[];
}

export function tbs({ issuer, subject, validity, spki, extensions }: Fields): Buffer {
  const version = der(0xa0, integer(2));
  return sequence(
    version,
    integer(7),
    ECDSA_SHA256,
    issuer,
    validity,
    subject,
    spki,
    der(0xa3, sequence(...extensions)),
  );
}

export function certificate(toBeSigned: Buffer, { privateKey }: Pair): Buffer {
  return sequence(toBeSigned, ECDSA_SHA256, bits(sign('sha256', toBeSigned, privateKey)));
}

export function extension(id: string, value: Buffer, isCritical = false): Buffer {
  return sequence(oid(id), ...(isCritical ? [truth] : []), octets(value));
}

/** RFC 6962: what the certificate log signs is the certificate without this extension. */
export function timestampOf(
  toBeSigned: Buffer,
  { at, ca, certificateLog }: { readonly at: Date; readonly ca: Pair; readonly certificateLog: Pair },
): Buffer {
  const timestamp = Buffer.alloc(8);
  timestamp.writeBigUInt64BE(BigInt(at.getTime()));
  const precertificate = [sha256(ca.spki), sized(toBeSigned, 3), sized(Buffer.alloc(0), 2)];
  const signed = Buffer.concat([Buffer.from([0, 0]), timestamp, Buffer.from([0, 1]), ...precertificate]);
  const signature = sized(sign('sha256', signed, certificateLog.privateKey), 2);
  const entry = Buffer.concat([
    Buffer.from([0]),
    sha256(certificateLog.spki),
    timestamp,
    Buffer.from([0, 0, 4, 3]),
    signature,
  ]);
  return extension('1.3.6.1.4.1.11129.2.4.2', octets(sized(sized(entry, 2), 2)));
}

function sized(content: Buffer, lengthOctets: number): Buffer {
  const length = Buffer.alloc(lengthOctets);
  length.writeUIntBE(content.length, 0, lengthOctets);
  return Buffer.concat([length, content]);
}
