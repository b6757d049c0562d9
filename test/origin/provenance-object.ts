import type { Bundle } from './bundle.ts';

/** Bundles as PyPI serves them: https://peps.python.org/pep-0740/#provenance-objects. */
export function provenanceObject(bundles: readonly Bundle[], publisher: object = {}) {
  return { version: 1, attestation_bundles: [{ publisher, attestations: bundles.map(attestationObject) }] };
}

function attestationObject({ verificationMaterial, dsseEnvelope }: Bundle) {
  const { certificate, tlogEntries, timestampVerificationData } = verificationMaterial;
  return {
    version: 1,
    verification_material: {
      certificate: certificate?.rawBytes,
      transparency_entries: tlogEntries,
      timestamps: timestampVerificationData.rfc3161Timestamps.map(({ signedTimestamp }) => signedTimestamp),
    },
    envelope: { statement: dsseEnvelope.payload, signature: dsseEnvelope.signatures[0]?.sig },
  };
}
