import { z } from 'zod';
import { bounded, each, members } from '../cut.ts';
import type { Json } from '../../model/place.ts';
import { isObject, type JsonObject } from '../fields.ts';

/** A project's JSON; see https://docs.pypi.org/api/json/. */
export const PypiDocument = z.looseObject({
  info: z.looseObject({ name: z.string().min(1), version: z.string().min(1) }),
  releases: z.custom<JsonObject>(isObject, 'not an object').optional(),
});
export type PypiDocument = z.infer<typeof PypiDocument>;

/** The same for a document that was stored: told by a look, since a scan reads every one of them. Throws ZodError. */
export function pypiDocument(stored: Json): PypiDocument {
  return isPypiDocument(stored) ? stored : PypiDocument.parse(stored);
}

function isPypiDocument(value: unknown): value is PypiDocument {
  if (!isObject(value) || !isObject(value.info)) return false;
  const { info, releases } = value;
  return isWord(info.name) && isWord(info.version) && (releases === undefined || isObject(releases));
}

function isWord(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

/** What is kept of a project: no long description, no classifiers, and of each file what dates and identifies it. */
export const cutDocument = members({
  info: members({
    name: bounded,
    version: bounded,
    summary: bounded,
    home_page: bounded,
    project_urls: bounded,
    requires_dist: bounded,
    yanked: bounded,
    yanked_reason: bounded,
  }),
  ownership: bounded,
  releases: each(
    each(
      members({
        filename: bounded,
        url: bounded,
        packagetype: bounded,
        size: bounded,
        upload_time_iso_8601: bounded,
        yanked: bounded,
        yanked_reason: bounded,
        digests: members({ sha256: bounded }),
      }),
    ),
  ),
});
