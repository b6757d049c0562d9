import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toTrustMaterial, type TrustMaterial } from '@sigstore/verify';
import { object, text } from '../packages/fields.ts';

/** What a signer's certificate and its log entries are followed to. */
export interface TrustRoot {
  /** For reasons: `of 2026-11-05`, or the name of a file. */
  readonly label: string;
  readonly material: Omit<TrustMaterial, 'publicKey'>;
}

const MEDIA_TYPE = 'application/vnd.dev.sigstore.trustedroot';

let embedded: Promise<TrustRoot> | null = null;

/**
 * The trusted root of the public sigstore instance, as of the day on which it was extracted (scripts/trust-root.ts).
 *
 * It is not renewed by itself: what was signed under authorities that came later is undetermined, with this root's day in the reason.
 */
export function embeddedTrustRoot(): Promise<TrustRoot> {
  embedded ??= import('./trust-root/trusted-root.json', { with: { type: 'json' } }).then(({ default: file }) =>
    trustRootIn(file.content, `of ${file.date}`),
  );
  return embedded;
}

/** A trusted_root.json as sigstore distributes it, parsed. Throws TypeError where it is none, or holds keys that cannot be read. */
export function trustRootIn(document: unknown, label: string): TrustRoot {
  if (text(object(document)?.mediaType)?.startsWith(MEDIA_TYPE) !== true)
    throw new TypeError('this is no trusted root');
  try {
    const { publicKey: _none, ...material } = toTrustMaterial(TrustedRoot.fromJSON(document));
    if (material.certificateAuthorities.length === 0 || material.tlogs.length === 0) {
      throw new TypeError('it names no authorities or no logs');
    }
    return { label, material };
  } catch (error) {
    throw new TypeError('the trusted root cannot be read', { cause: error });
  }
}
