import { z } from 'zod';

/** The longest location that the sitemap protocol allows. */
const MAX_LOC_CHARACTERS = 2_048;

/** A row of a sitemap: the address of a page, parsed once; to look at, never to ask for. */
export const Location = z.object({
  loc: z
    .string()
    .max(MAX_LOC_CHARACTERS)
    .transform((loc, context) => {
      const url = URL.parse(loc);
      if (url !== null) return url;
      context.addIssue('Invalid URL');
      return z.NEVER;
    }),
});

/** The segments of an address's path, decoded where that is possible: `['server', '潮汐']` of `/server/%E6%BD%AE%E6%B1%90/`. */
export function segmentsOf({ pathname }: URL): readonly string[] {
  return pathname
    .split('/')
    .filter((segment) => segment !== '')
    .map(decoded);
}

/** Kept as it is where it is no valid UTF-8, or where a slash inside a segment would read as two segments. */
function decoded(segment: string): string {
  try {
    const text = decodeURIComponent(segment);
    return text.includes('/') ? segment : text;
  } catch {
    return segment;
  }
}
