import seedFile from './data/seed.json' with { type: 'json' };
import { feedOf } from './feed.ts';
import type { Feed } from './port.ts';
import { storedRecordOf } from './record.ts';
import { StoredHead } from './schema.ts';

/** The list that comes with the program: the few records that concern MCP servers, for where nothing was fetched yet. */
export function readSeed(): Feed {
  const records = seedFile.records.flatMap((each) => storedRecordOf(each) ?? []);
  return feedOf(StoredHead.parse(seedFile.head), records);
}
