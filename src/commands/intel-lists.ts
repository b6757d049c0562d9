import { homedir } from 'node:os';
import { join } from 'node:path';
import { cacheDirectory } from '../fetch/cache-directory.ts';
import { openIntel } from '../intel/open.ts';
import type { IntelIndex } from '../intel/port.ts';
import type { IntelList } from '../report/report.ts';

export interface IntelFiles {
  /** The list's file. */
  readonly intel?: string | undefined;
  /** Files or folders of an organisation's own records. */
  readonly feed?: readonly string[] | undefined;
}

/** Where `intel update` keeps its list unless told otherwise. */
export function intelFile(): string {
  return join(
    cacheDirectory({ variables: process.env, platform: process.platform, homeDirectory: homedir() }),
    'intel-1.ndjson.gz',
  );
}

/** The lists that come with the program and those named: what a report that has to be the same everywhere may depend on. Throws IntelError. */
export function namedIntel({ intel, feed }: IntelFiles): IntelIndex {
  return openIntel({ file: intel ?? null, isNeeded: true, organisation: feed ?? [], publishedBefore: null });
}

/** The same and what this user last fetched: for questions about today. Throws IntelError. */
export function currentIntel({ intel, feed }: IntelFiles): IntelIndex {
  return openIntel({
    file: intel ?? intelFile(),
    isNeeded: intel !== undefined,
    organisation: feed ?? [],
    publishedBefore: null,
  });
}

export function intelShown({ feeds }: IntelIndex): readonly IntelList[] {
  return feeds.map(({ title, date, counts }) => ({ title, date, records: counts.records }));
}
