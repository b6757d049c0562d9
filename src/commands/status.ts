import { listsUnseen } from '../audit/listed-findings.ts';
import { statusOf } from '../audit/status.ts';
import { renderStatus } from '../audit/status-terminal.ts';
import { NOT_READ } from '../clients/not-read.ts';
import { ageDays } from '../evidence/time.ts';
import { inertJson } from '../text/inert.ts';
import { captureClock, dateOf } from './clock.ts';
import { withConfiguration } from './config.ts';
import { configuredServers, type ConfiguredOptions } from './configured-servers.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { LookupOptions } from './lookup.ts';
import { publishedLookup } from './published-lookup.ts';
import { tool } from './tool.ts';

export interface StatusOptions extends ConfiguredOptions, LookupOptions {
  readonly security: boolean;
  /** File of the organisation's defaults; the nearest one by default. */
  readonly lists?: string | undefined;
  readonly json: boolean;
}

/** Which servers the clients of this machine are set up with; with security, what is declared of their authentication. Asks nobody. */
export async function status(given: StatusOptions): Promise<ExitCode> {
  const options = await withConfiguration(given, given.lists);
  const { security, json } = options;
  const settings = configuredServers(given);
  const { organisation: lists } = options;
  const hasLists = security && lists.allow.length + lists.block.length + lists.curated.length > 0;
  const listsFile = hasLists ? lists.file : null;
  const lookup = security ? await publishedLookup(options) : null;
  try {
    const asOf = dateOf(captureClock(process.env)());
    const date = lookup?.manifest.date ?? null;
    const snapshot = date === null ? null : { date, ageDays: ageDays(date, asOf) };
    const servers = await Promise.all(settings.servers.map((each) => statusOf(each, { security, lookup, lists })));
    const notRead = given.config === undefined || given.config.length === 0 ? NOT_READ : [];
    const unseen = listsUnseen(lookup === null ? null : [], lists);
    if (!json) console.log(renderStatus(servers, { asOf, security, snapshot, lists: listsFile, unseen, notRead }));
    else {
      const files = settings.files.filter(({ outcome }) => outcome !== 'absent');
      console.log(
        inertJson({ schemaVersion: 1, tool: tool(), asOf, snapshot, lists: listsFile, files, notRead, servers }, 1),
      );
    }
    return EXIT.done;
  } finally {
    lookup?.close();
  }
}
