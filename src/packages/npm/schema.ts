import { z } from 'zod';
import { bounded, each, members } from '../cut.ts';
import type { Json } from '../../model/place.ts';
import { isObject, type JsonObject } from '../fields.ts';

/**
 * A full packument. Only the name is sure: a package whose releases were all unpublished has no versions, and mirrors leave out
 * what they like.
 */
export const NpmDocument = z.looseObject({
  name: z.string().min(1),
  versions: z.custom<JsonObject>(isObject, 'not an object').optional(),
  time: z.custom<JsonObject>(isObject, 'not an object').optional(),
});
export type NpmDocument = z.infer<typeof NpmDocument>;

/** The same for a document that was stored: told by a look, since a scan reads every one of them. Throws ZodError. */
export function npmDocument(stored: Json): NpmDocument {
  return isNpmDocument(stored) ? stored : NpmDocument.parse(stored);
}

function isNpmDocument(value: unknown): value is NpmDocument {
  if (!isObject(value) || typeof value.name !== 'string' || value.name === '') return false;
  const { versions, time } = value;
  return (versions === undefined || isObject(versions)) && (time === undefined || isObject(time));
}

/** The lifecycle scripts that run when a package is installed from the registry or from git. */
export const INSTALL_HOOKS = ['preinstall', 'install', 'postinstall', 'prepare'] as const;

const person = members({ name: bounded, email: bounded });

/** What is kept of a packument: no readme, and no scripts but those that an installation runs. */
export const cutDocument = members({
  name: bounded,
  description: bounded,
  'dist-tags': bounded,
  maintainers: each(person),
  time: bounded,
  versions: each(
    members({
      version: bounded,
      scripts: members(Object.fromEntries(INSTALL_HOOKS.map((hook) => [hook, bounded]))),
      dependencies: bounded,
      optionalDependencies: bounded,
      bin: bounded,
      repository: bounded,
      mcpName: bounded,
      deprecated: bounded,
      hasInstallScript: bounded,
      _npmUser: members({ name: bounded, email: bounded, trustedPublisher: bounded }),
      maintainers: each(person),
      dist: members({
        integrity: bounded,
        shasum: bounded,
        tarball: bounded,
        fileCount: bounded,
        unpackedSize: bounded,
        attestations: bounded,
        signatures: each(members({ keyid: bounded, sig: bounded })),
      }),
    }),
  ),
});
