import { instantMs } from '../evidence/time.ts';
import { type Claim, claimantOf } from '../identity/claims.ts';
import type { Cluster } from '../identity/clusters.ts';
import { type Identity, identitySurvey, NO_IDENTITY } from '../identity/survey.ts';
import type { IdentityShown } from '../model/candidate.ts';
import type { EntryId } from '../model/entry.ts';
import { type AnySubject, brandOwners } from './brand-owners.ts';
import type { Protected } from './brands.ts';
import { type Established, establishedSurvey, NO_ESTABLISHED } from './established.ts';
import { NO_PACKAGE_CLAIMS, type PackageClaims, packageClaims } from './package-claims.ts';
import { NO_PACKAGE_TWINS, type PackageTwins, packageTwinsSurvey } from './package-twins.ts';
import { type PopulationRow, populationRows } from './population-rows.ts';
import type { Setting, Survey } from './port.ts';
import { NO_PUBLISHER_STARTS, type PublisherStarts, publisherStartsSurvey } from './publisher-starts.ts';
import { NO_VENDOR_USES, type VendorUses, vendorUsesSurvey } from './vendor-uses.ts';

/** What entries need to know of each other: made by one pass over all of them, before any is judged. */
export interface Population {
  readonly identity: Identity;
  readonly publisherStarts: PublisherStarts;
  readonly established: Established;
  readonly packageTwins: PackageTwins;
  readonly packageClaims: PackageClaims;
  readonly vendorUses: VendorUses;
}

/** A snapshot that was not walked: a single package, or a test. */
export const NO_POPULATION: Population = {
  identity: NO_IDENTITY,
  publisherStarts: NO_PUBLISHER_STARTS,
  established: NO_ESTABLISHED,
  packageTwins: NO_PACKAGE_TWINS,
  packageClaims: NO_PACKAGE_CLAIMS,
  vendorUses: NO_VENDOR_USES,
};

/** Sees every entry of a snapshot once, in any order; throws RangeError where the setting's date is none. */
export function populationSurvey(data: Protected, { asOf }: Pick<Setting, 'asOf'>): Survey<Population> {
  const asOfMs = instantMs(asOf);
  if (asOfMs === null) throw new RangeError(`"${asOf}" is not a date`);
  const rowOf = populationRows();
  const rows: PopulationRow[] = [];
  const identity = identitySurvey();
  const established = establishedSurvey(data, asOfMs);
  const starts = publisherStartsSurvey(data.sharedHosts);
  const twins = packageTwinsSurvey(asOfMs);
  const uses = vendorUsesSurvey(brandOwners(data.brands, data.sharedHosts));
  return {
    see(subject) {
      const row = rowOf(subject, identity.see(subject));
      rows.push(row);
      established.see(row, 'record' in subject ? subject.record.description : null);
      starts.see(subject, row);
      twins.see(subject, row.publisher);
      uses.see(subject, row);
    },
    result() {
      const known = identity.result();
      return {
        identity: known,
        publisherStarts: starts.result(),
        established: established.result(rows, known.clusters),
        packageTwins: twins.result(),
        packageClaims: packageClaims(known, rows),
        vendorUses: uses.result(),
      };
    },
  };
}

/** An entry as the population has it, for the few that are compared again when they are judged. */
export function rowOfSubject(subject: AnySubject): PopulationRow {
  return populationRows()(subject, claimantOf(subject));
}

/** Twins of one entry that a report names; the cluster has them all. */
const MOST_TWINS = 50;

/** Where else an entry stands, for its assessment: itself alone where nothing links it to another. */
export function identityShown({ identity }: Population, id: EntryId): IdentityShown {
  const cluster = identity.clusters.of(id);
  return cluster === undefined ? { registries: 1, twins: [] } : shownIn(cluster, id);
}

/** What links a twin to this very entry; where only a third does, what links the twin at all. */
function shownIn(cluster: Cluster, id: EntryId): IdentityShown {
  const { members } = cluster;
  const own = new Set(members.find((member) => member.id === id)?.because.map(spelled));
  const twins = Iterator.from(members)
    .filter((member) => member.id !== id)
    .take(MOST_TWINS)
    .map((member) => {
      const because = member.because.map(spelled);
      const direct = because.filter((claim) => own.has(claim));
      return { id: member.id, because: direct.length > 0 ? direct : because };
    });
  return { registries: registriesOf(cluster), twins: [...twins] };
}

function spelled({ kind, value }: Claim): string {
  return `${kind} ${value}`;
}

function registriesOf(cluster: Cluster): number {
  const counted = REGISTRIES.get(cluster) ?? new Set(cluster.members.map(({ registry }) => registry)).size;
  REGISTRIES.set(cluster, counted);
  return counted;
}

/** A gateway's cluster may have a thousand entries, and each of them asks. */
const REGISTRIES = new WeakMap<Cluster, number>();
