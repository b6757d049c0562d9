import { type BaseUrl, baseUrls } from '../evidence/destinations-base-url.ts';
import { type CredentialDestination, credentialDestinations } from '../evidence/destinations.ts';
import type { Input, ServerRecord } from '../model/entry.ts';
import type { Place, Pointer } from '../model/place.ts';
import { hostOf, registeredLabel } from '../text/domains.ts';
import { squeezed } from '../text/words.ts';
import type { BrandWord } from './brand-aliases.ts';
import type { AnySubject } from './brand-owners.ts';
import type { Brand, Protected } from './brands.ts';
import { type BrandReader, brandReader, type Whose } from './gateway-brands.ts';
import { type ListedGateway, type ListedMatch, listedMatcher } from './gateway-listed.ts';
import { type Shape, shapesOf } from './gateway-shapes.ts';
import { hostUnit, isOnPlatform, type Platforms, publisherUnit, type UnitKey } from './gateway-units.ts';

/** What the gateway class is told by; the data files under signals/ fill it. */
export interface GatewayData extends Platforms, Pick<Protected, 'brands' | 'dictionary'> {
  /** Known gateways; [] finds by structure alone. */
  readonly listed: readonly ListedGateway[];
}

/** An entry as far as gateways go. */
export interface GatewayReading {
  /** Of the record, where there is one: what pointers are relative to. */
  readonly place: Place;
  readonly publisher: UnitKey | null;
  /** Brands whose vendor publishes it. */
  readonly owners: readonly Brand[];
  /** Where it answers, each host once. */
  readonly hosts: readonly SeenHost[];
  readonly listed: readonly ListedMatch[];
  /** Brands that its names have and whose vendors neither publish it nor are where it answers. */
  readonly brands: readonly BrandWord[];
  readonly credentials: readonly Credential[];
  /** Settings that say where a program sends its requests. */
  readonly baseUrls: readonly BrandBaseUrl[];
  readonly shapes: readonly Shape[];
  /** Whether it names packages to run; null where the registry does not say. */
  readonly packages: boolean | null;
  readonly repository: boolean | null;
}

export interface SeenHost {
  readonly host: string;
  readonly unit: UnitKey;
  readonly onPlatform: boolean;
  readonly url: string;
  readonly at: Pointer;
  /** Brands that own it. */
  readonly brands: readonly Brand[];
}

export interface BrandBaseUrl extends Whose {
  readonly base: BaseUrl;
}
export interface Credential extends CredentialDestination, Whose {
  /** Named after the host that receives it: that host's own key, whatever the entry is named after. */
  readonly isHostsOwn: boolean;
}

/** Remotes of one entry beyond these are not looked at. */
const MAX_REMOTES = 50;
/** Shorter labels are in too many words. */
const MIN_LABEL_CHARACTERS = 4;
const NOTHING = {
  owners: [],
  hosts: [],
  listed: [],
  brands: [],
  credentials: [],
  baseUrls: [],
  shapes: [],
  packages: null,
  repository: null,
} as const;

/** Reads entries; the last one is remembered, since several signals are asked about one at a time. */
export function gatewayReader(data: GatewayData): (subject: AnySubject) => GatewayReading {
  const tools: Tools = {
    platforms: { sharedHosts: data.sharedHosts, mcpPlatforms: data.mcpPlatforms },
    brands: brandReader(data),
    listed: listedMatcher(data.listed),
  };
  let last: { readonly subject: AnySubject; readonly reading: GatewayReading } | null = null;
  return (subject) => {
    if (last?.subject !== subject) last = { subject, reading: readingOf(subject, tools) };
    return last.reading;
  };
}

interface Tools {
  readonly platforms: Platforms;
  readonly brands: BrandReader;
  readonly listed: (subject: AnySubject) => readonly ListedMatch[];
}

function readingOf(subject: AnySubject, tools: Tools): GatewayReading {
  const publisher = publisherUnit(subject, tools.platforms.sharedHosts);
  const owners = tools.brands.publishing(subject);
  const listed = tools.listed(subject);
  const named = tools.brands.named(subject).filter(({ brand }) => !owners.includes(brand));
  const { entry } = subject;
  if (!('record' in subject)) return { ...NOTHING, place: entry.place, publisher, owners, listed, brands: named };

  const { record } = subject;
  const hosts = hostsOf(record.remotes ?? [], tools);
  const brands = named.filter(({ brand }) => !hosts.some((host) => host.brands.includes(brand)));
  return {
    place: record.place,
    publisher,
    owners,
    hosts,
    listed,
    brands,
    credentials: credentialDestinations(subject).map((each) => credentialOf(each, named, tools)),
    baseUrls: baseUrls(settingsOf(record)).map((base) => ({
      base,
      ...tools.brands.whose(base.name, base.host, named),
    })),
    shapes: shapesOf(entry, record),
    packages: record.packages === null ? null : record.packages.length > 0,
    repository: record.repository === null ? null : record.repository !== 'none',
  };
}

function hostsOf(
  remotes: readonly { readonly at: Pointer; readonly urlAt?: Pointer; readonly url: string }[],
  { platforms, brands }: Tools,
): readonly SeenHost[] {
  const hosts: SeenHost[] = [];
  for (const { at, urlAt = `${at}/url`, url } of remotes.slice(0, MAX_REMOTES)) {
    const host = hostOf(url);
    const unit = host === null ? null : hostUnit(host, platforms);
    if (host === null || unit === null || hosts.some((known) => known.host === host)) continue;
    const onPlatform = isOnPlatform(host, platforms.sharedHosts);
    hosts.push({ host, unit, onPlatform, url, at: urlAt, brands: brands.owning(host) });
  }
  return hosts;
}

function settingsOf({ packages, inputs }: ServerRecord): readonly Input[] {
  const declared = packages?.flatMap((reference) => reference.inputs) ?? [];
  return inputs === null || inputs.length === 0 ? declared : [...declared, ...inputs];
}

function credentialOf(each: CredentialDestination, named: readonly BrandWord[], { brands }: Tools): Credential {
  const { input, to } = each;
  const host = to.kind === 'host' || to.kind === 'base-url' ? to.host : null;
  const isHostsOwn = host !== null && isNamedAfter(host, `${input.name} ${input.value ?? ''}`);
  return { ...each, ...brands.whose(input.name, host, isHostsOwn ? [] : named), isHostsOwn };
}

function isNamedAfter(host: string, field: string): boolean {
  const label = squeezed(registeredLabel(host) ?? '');
  return label.length >= MIN_LABEL_CHARACTERS && squeezed(field).includes(label);
}
