import { z } from 'zod';

/** What the data files have to be; data.test.ts holds them to it, and the program takes them as they are typed. */
const SortedStrings = z.array(z.string().min(1)).refine(isSortedSet, 'is not sorted, or holds something twice');
const SourceList = z
  .array(z.strictObject({ id: z.string().min(1), title: z.string().min(1), date: z.iso.date() }))
  .min(1)
  .refine((sources) => isSortedSet(sources.map(({ id }) => id)), 'is not sorted by id');

const Identities = z.strictObject({
  namespaces: SortedStrings,
  githubOrgs: SortedStrings,
  npmScopes: z.array(z.string().startsWith('@')).refine(isSortedSet),
  npmPackages: SortedStrings,
  pypiProjects: SortedStrings,
});

export const BrandFile = z.strictObject({
  date: z.iso.date(),
  sources: SourceList,
  brands: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        aliases: SortedStrings,
        ordinaryWords: SortedStrings,
        technology: z.boolean(),
        domains: SortedStrings,
        remoteHosts: SortedStrings,
        servers: SortedStrings,
        identities: Identities,
        unverified: Identities,
        sources: SortedStrings.min(1),
      }),
    )
    .refine((brands) => isSortedSet(brands.map(({ name }) => name)), 'is not sorted by name'),
});

export const GatewayFile = z.strictObject({
  date: z.iso.date(),
  sharedHosts: SortedStrings,
  mcpPlatforms: SortedStrings,
  gateways: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        kind: z.string().min(1),
        hosts: SortedStrings,
        namePrefixes: SortedStrings,
        repositoryPrefixes: SortedStrings,
        packagePrefixes: SortedStrings,
        phrases: SortedStrings,
        observed: z.string().nullable(),
        sources: z.array(z.string().min(1)).min(1),
        confidence: z.enum(['high', 'medium', 'low']),
      }),
    )
    .refine((gateways) => isSortedSet(gateways.map(({ name }) => name)), 'is not sorted by name'),
});

export const ReferenceFile = z.strictObject({
  date: z.iso.date(),
  sources: SourceList,
  forms: z.array(z.string().endsWith('-')).min(1),
  servers: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        npm: z.string().startsWith('@modelcontextprotocol/').nullable(),
        pypi: z.string().nullable(),
        archived: z.boolean(),
      }),
    )
    .refine((servers) => isSortedSet(servers.map(({ name }) => name)), 'is not sorted by name'),
});

export const PopularPackageFile = z.strictObject({
  date: z.iso.date(),
  sources: SourceList,
  groups: z
    .array(
      z.strictObject({
        purpose: z.string().min(1),
        title: z.string().min(1),
        ownTails: z.boolean(),
        npm: SortedStrings,
        pypi: SortedStrings,
        sources: SortedStrings.min(1),
      }),
    )
    .refine((groups) => isSortedSet(groups.map(({ purpose }) => purpose)), 'is not sorted by purpose'),
});

export const DictionaryFile = z.strictObject({ date: z.iso.date(), source: z.string().min(1), words: SortedStrings });

export const OrdinaryHostFile = z.strictObject({
  date: z.iso.date(),
  sources: SourceList,
  groups: z
    .array(
      z.strictObject({
        purpose: z.string().min(1),
        title: z.string().min(1),
        domains: SortedStrings.min(1),
        sources: SortedStrings.min(1),
      }),
    )
    .refine((groups) => isSortedSet(groups.map(({ purpose }) => purpose)), 'is not sorted by purpose'),
});

/** By code units, so that every machine agrees. */
function isSortedSet(items: readonly string[]): boolean {
  return items.every((item, index) => index === 0 || (items[index - 1] ?? '') < item);
}
