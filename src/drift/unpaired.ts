import type { RegistryId } from '../model/entry.ts';
import type { DriftSource } from './drift.ts';
import { claimsOf, type Leftover, type Leftovers } from './leftovers.ts';
import type { Compared } from './registry-drift.ts';
import { claimKey, renames, sharedKeys } from './renames.ts';

export interface Alone {
  readonly gone: readonly Leftover[];
  readonly came: readonly Leftover[];
  readonly renamed: readonly { readonly before: Leftover; readonly after: Leftover }[];
  readonly refused: number;
}

/** What to make of entries that one listing shows: renames are paired, and entries set aside whose row the other listing has in quarantine. */
export async function unpaired(
  { registry, before, after }: Pick<Compared, 'registry' | 'before' | 'after'>,
  { gone, came }: Readonly<Record<'gone' | 'came', Leftovers>>,
): Promise<Alone> {
  const [refusedBefore, refusedAfter] = [await before.refusedNames(registry), await after.refusedNames(registry)];
  const wentAway = gone.all.filter(({ name }) => !refusedAfter.has(name));
  const arrived = came.all.filter(({ name }) => !refusedBefore.has(name));
  const refused = gone.all.length - wentAway.length + came.all.length - arrived.length;
  const keys = sharedKeys(wentAway, arrived);
  const stayed = new Set<string>();
  if (keys.size > 0) {
    for (const key of await claimedIn(before, registry, { keys, alone: gone })) stayed.add(key);
    for (const key of await claimedIn(after, registry, { keys, alone: came })) stayed.add(key);
  }
  const renamed = renames(wentAway, arrived, stayed);
  const paired = new Set(renamed.flatMap((pair) => [pair.before, pair.after]));
  return {
    renamed,
    refused,
    gone: wentAway.filter((each) => !paired.has(each)),
    came: arrived.filter((each) => !paired.has(each)),
  };
}

/** Which of the keys the entries of a listing have that the other one shows too. */
async function claimedIn(
  source: DriftSource,
  registry: RegistryId,
  { keys, alone }: { readonly keys: ReadonlySet<string>; readonly alone: Leftovers },
): Promise<ReadonlySet<string>> {
  const claimed = new Set<string>();
  const ids = new Set(alone.all.map(({ id }) => id));
  for await (const head of source.entriesOf(registry)) {
    if (ids.has(head.id)) continue;
    for (const claim of claimsOf(source.read(registry, head.parse().latest))) {
      if (keys.has(claimKey(claim))) claimed.add(claimKey(claim));
    }
  }
  return claimed;
}
