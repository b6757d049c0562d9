import { existsSync } from 'node:fs';
import { readFeedFile } from './feed-file.ts';
import { intelIndex } from './intel-index.ts';
import { readOrganisation } from './organisation.ts';
import type { Feed, IntelIndex } from './port.ts';
import { readSeed } from './seed.ts';

export interface IntelPlaces {
  /** The file that `intel update` wrote; where it is missing there is only the seed. */
  readonly file: string | null;
  /** Whether it is an error that the file is missing. */
  readonly isNeeded: boolean;
  /** Files and folders of records in OSV's format, the first of which comes first. */
  readonly organisation: readonly string[];
  /** Leaves out what was published then or later; null for nothing. */
  readonly publishedBefore: string | null;
}

/** The seed, what was fetched and an organisation's own records as one. Throws IntelError. */
export function openIntel(places: IntelPlaces): IntelIndex {
  return intelIndex(feedsAt(places), { publishedBefore: places.publishedBefore });
}

function feedsAt({ file, isNeeded, organisation }: IntelPlaces): readonly Feed[] {
  const fetched = file !== null && (isNeeded || existsSync(file)) ? [readFeedFile(file)] : [];
  return [...organisation.map(readOrganisation), ...fetched, readSeed()];
}
