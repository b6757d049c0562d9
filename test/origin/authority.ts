import type { KeyObject } from 'node:crypto';
import { type Bundle, bundle } from './bundle.ts';
import { certificate, extension, tbs, timestampOf } from './certificate.ts';
import { der, oid, sequence, set, time, truth, utf8 } from './der.ts';
import { base64, pair, type Pair, sha256 } from './keys.ts';

/** A sigstore instance of one's own: certificate authority, certificate log and transparency log, with keys made for the run. */
export interface Authority {
  /** Its trusted_root.json. */
  readonly trustedRoot: object;
  /** A bundle signed under a certificate that it issued. */
  certified(statement: unknown, signing?: Partial<Signing>): Bundle;
  /** A bundle signed with a key of one's own, logged. */
  keyed(statement: unknown, signer: { readonly id: string; readonly privateKey: KeyObject }, at?: Date): Bundle;
}

export interface Signing {
  readonly at: Date;
  /** Certificates hold for ten minutes. */
  readonly loggedAt: Date | null;
  readonly subject: string;
  /** Numbers of Fulcio's extensions to texts; the first six are written without an envelope. */
  readonly extensions: Readonly<Record<number, string>>;
  readonly isLoggedCertificate: boolean;
}

export const SIGNED_AT = new Date('2026-05-04T09:00:00Z');
export const WORKFLOW = 'https://github.com/tidewater/harbor-mcp/.github/workflows/release.yml';
export const COMMIT = '5f2d9c0b7a1e4c3d8e6f0a1b2c3d4e5f60718293';

const FULCIO = '1.3.6.1.4.1.57264.1';
export const EXTENSIONS: Signing['extensions'] = {
  8: 'https://token.actions.githubusercontent.com',
  9: `${WORKFLOW}@refs/tags/v1.2.0`,
  11: 'github-hosted',
  12: 'https://github.com/tidewater/harbor-mcp',
  13: COMMIT,
  14: 'refs/tags/v1.2.0',
  15: '771001',
  17: '90210',
  18: `${WORKFLOW}@refs/tags/v1.2.0`,
};
const SIGNING: Signing = {
  at: SIGNED_AT,
  loggedAt: null,
  subject: `${WORKFLOW}@refs/tags/v1.2.0`,
  extensions: EXTENSIONS,
  isLoggedCertificate: true,
};
const YEAR_MS = 365 * 86_400_000;

export function authority(host = 'harbour.example'): Authority {
  const ca = pair();
  const certificateLog = pair();
  const log = { ...pair(), name: `log.${host}` };
  const name = sequence(set(sequence(oid('2.5.4.3'), utf8(`${host} authority`))));
  const validity = sequence(
    time(new Date(SIGNED_AT.getTime() - YEAR_MS)),
    time(new Date(SIGNED_AT.getTime() + YEAR_MS)),
  );
  const own = tbs({
    issuer: name,
    subject: name,
    validity,
    spki: ca.spki,
    extensions: [
      extension('2.5.29.19', sequence(truth), true),
      extension('2.5.29.15', der(0x03, Buffer.from([2, 4])), true),
    ],
  });

  return {
    trustedRoot: {
      mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
      tlogs: [logIn(log, `https://${log.name}`)],
      ctlogs: [logIn(certificateLog, `https://certificates.${host}`)],
      certificateAuthorities: [
        {
          uri: `https://${host}`,
          certChain: { certificates: [{ rawBytes: base64(certificate(own, ca)) }] },
          validFor: LONG,
        },
      ],
      timestampAuthorities: [],
    },
    certified(statement, signing = {}) {
      const { at, loggedAt, subject, extensions, isLoggedCertificate } = { ...SIGNING, ...signing };
      const signer = pair();
      const kind = subject.includes('://') ? 0x86 : 0x81;
      const fields = {
        issuer: name,
        subject: sequence(),
        validity: sequence(time(at), time(new Date(at.getTime() + 600_000))),
        spki: signer.spki,
        extensions: [
          extension('2.5.29.17', sequence(der(kind, Buffer.from(subject))), true),
          ...Object.entries(extensions).map(([number, text]) =>
            extension(`${FULCIO}.${number}`, Number(number) < 7 ? Buffer.from(text) : utf8(text)),
          ),
        ],
      };
      const timestamps = isLoggedCertificate ? [timestampOf(tbs(fields), { at, ca, certificateLog })] : [];
      const issued = certificate(tbs({ ...fields, extensions: [...fields.extensions, ...timestamps] }), ca);
      return bundle(
        statement,
        signer.privateKey,
        { certificate: { rawBytes: base64(issued) } },
        { at: loggedAt ?? at, log },
      );
    },
    keyed(statement, { id, privateKey }, at = SIGNED_AT) {
      return bundle(statement, privateKey, { publicKey: { hint: id } }, { at, log });
    },
  };
}

const LONG = { start: '2020-01-01T00:00:00Z' };

function logIn({ spki }: Pair, baseUrl: string): object {
  const publicKey = { rawBytes: base64(spki), keyDetails: 'PKIX_ECDSA_P256_SHA_256', validFor: LONG };
  return { baseUrl, hashAlgorithm: 'SHA2_256', publicKey, logId: { keyId: base64(sha256(spki)) } };
}
