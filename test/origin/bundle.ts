import { type KeyObject, sign } from 'node:crypto';
import { base64, type Pair, sha256 } from './keys.ts';

/** Mutable, so that a test can forge. */
export interface Bundle {
  mediaType: string;
  verificationMaterial: {
    certificate?: { rawBytes: string };
    publicKey?: { hint: string };
    tlogEntries: TlogEntry[];
    timestampVerificationData: { rfc3161Timestamps: { signedTimestamp: string }[] };
  };
  dsseEnvelope: { payload: string; payloadType: string; signatures: { sig: string; keyid: string }[] };
}
type TlogEntry = ReturnType<typeof logged>;

export type Log = Pair & { readonly name: string };

export function bundle(
  statement: unknown,
  privateKey: KeyObject,
  signer: Pick<Bundle['verificationMaterial'], 'certificate' | 'publicKey'>,
  { at, log }: { readonly at: Date; readonly log: Log },
): Bundle {
  const payloadType = 'application/vnd.in-toto+json';
  const payload = Buffer.from(JSON.stringify(statement));
  const encoded = Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} ${payload.toString()}`);
  const sig = base64(sign('sha256', encoded, privateKey));
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: {
      ...signer,
      tlogEntries: [logged({ payload, sig, at }, log)],
      timestampVerificationData: { rfc3161Timestamps: [] },
    },
    dsseEnvelope: { payload: base64(payload), payloadType, signatures: [{ sig, keyid: '' }] },
  };
}

/** An entry in a log that holds nothing else, with its inclusion promise and its proof. */
function logged({ payload, sig, at }: { payload: Buffer; sig: string; at: Date }, { name, spki, privateKey }: Log) {
  const payloadHash = { algorithm: 'sha256', value: sha256(payload).toString('hex') };
  const body = Buffer.from(
    JSON.stringify({ apiVersion: '0.0.1', kind: 'dsse', spec: { payloadHash, signatures: [{ signature: sig }] } }),
  );
  const logId = sha256(spki);
  const hashes: string[] = [];
  const integratedTime = at.getTime() / 1_000;
  const promised = { body: base64(body), integratedTime, logID: logId.toString('hex'), logIndex: 0 };
  const rootHash = base64(sha256(Buffer.from([0]), body));
  const note = `${name} - 1\n1\n${rootHash}\n`;
  const noteSignature = Buffer.concat([logId.subarray(0, 4), sign('sha256', Buffer.from(note), privateKey)]);
  return {
    logIndex: '0',
    logId: { keyId: base64(logId) },
    kindVersion: { kind: 'dsse', version: '0.0.1' },
    integratedTime: String(integratedTime),
    inclusionPromise: {
      signedEntryTimestamp: base64(sign('sha256', Buffer.from(JSON.stringify(promised)), privateKey)),
    },
    inclusionProof: {
      logIndex: '0',
      rootHash,
      treeSize: '1',
      hashes,
      checkpoint: { envelope: `${note}\n— ${name} ${base64(noteSignature)}\n` },
    },
    canonicalizedBody: base64(body),
  };
}
