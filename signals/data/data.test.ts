import { describe, expect, it } from 'vitest';
import brandFile from './brands.json' with { type: 'json' };
import dictionaryFile from './dictionary.json' with { type: 'json' };
import gatewayFile from './gateways.json' with { type: 'json' };
import { brandQueries, gateways, protectedNames } from './index.ts';
import ordinaryHostFile from './ordinary-hosts.json' with { type: 'json' };
import popularPackageFile from './popular-packages.json' with { type: 'json' };
import referenceFile from './reference-servers.json' with { type: 'json' };
import { popularPackages } from '../../src/pipelines/popular-packages.ts';
import { registrableDomain } from '../../src/text/domains.ts';
import { hostKind } from '../../src/text/host-kinds.ts';
import {
  BrandFile,
  DictionaryFile,
  GatewayFile,
  OrdinaryHostFile,
  PopularPackageFile,
  ReferenceFile,
} from './schema.ts';

it.each([
  ['brands.json', BrandFile, brandFile],
  ['gateways.json', GatewayFile, gatewayFile],
  ['reference-servers.json', ReferenceFile, referenceFile],
  ['dictionary.json', DictionaryFile, dictionaryFile],
  ['ordinary-hosts.json', OrdinaryHostFile, ordinaryHostFile],
  ['popular-packages.json', PopularPackageFile, popularPackageFile],
])('%s is sorted, without repeats, dated and sourced', (_name, schema, file) => {
  expect(schema.safeParse(file).error?.message).toBeUndefined();
});

describe('brands', () => {
  const { brands, sources } = brandFile;

  it('are a list worth the name', () => {
    expect(brands.length).toBeGreaterThan(100);
  });

  it.each(brands)('$name names sources that the file explains', (brand) => {
    expect(sources.map(({ id }) => id)).toEqual(expect.arrayContaining(brand.sources));
  });

  it.each(brands)('$name is written in comparison form, and nothing of it is both documented and not', (brand) => {
    const { aliases, ordinaryWords, domains, remoteHosts, identities, unverified } = brand;
    for (const word of [...aliases, ...ordinaryWords]) expect(word).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const host of [...domains, ...remoteHosts]) expect(host).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
    for (const { namespaces, githubOrgs } of [identities, unverified]) {
      for (const name of [...namespaces, ...githubOrgs]) expect(name).toBe(name.toLowerCase());
    }
    for (const [field, documented] of Object.entries(identities)) {
      expect(
        new Set(documented).isDisjointFrom(new Set(Object.entries(unverified).find(([key]) => key === field)?.[1])),
      ).toBe(true);
    }
  });

  it('do not call a shared host their own', () => {
    const owned = new Set(brands.flatMap(({ domains }) => domains));
    expect(gatewayFile.sharedHosts.filter((host) => owned.has(host))).toEqual([]);
  });
});

it('platforms made for MCP servers give names to anybody', () => {
  expect(gatewayFile.mcpPlatforms.filter((platform) => !gatewayFile.sharedHosts.includes(platform))).toEqual([]);
});

it('the genuine package of a reference server is never one of the unscoped names it protects in that ecosystem', () => {
  const { servers, forms } = protectedNames.references;
  const unscoped = new Set(servers.flatMap(({ name }) => forms.map((form) => form + name)));
  expect(servers.filter(({ npm }) => npm !== null && unscoped.has(npm))).toEqual([]);
  expect(servers.filter(({ npm, pypi }) => npm === null && pypi === null)).toEqual([]);
});

it('queries are one a brand, sorted and without repeats', () => {
  const queries = brandQueries();
  expect(queries).toEqual(expect.arrayContaining(['context7', 'google workspace', 'postmark', 'stripe']));
  expect(queries).toEqual([...new Set(queries)].toSorted());
  expect(queries.length).toBeGreaterThan(95);
});

it('a name of a platform that lists others is a start that ends where a name part ends', () => {
  for (const prefix of gateways.flatMap(({ namePrefixes }) => namePrefixes)) expect(prefix).toMatch(/[/.-]$/);
});

describe('popular packages', () => {
  const { groups, sources } = popularPackageFile;

  it.each(groups)('$purpose names sources that the file explains', (group) => {
    expect(sources.map(({ id }) => id)).toEqual(expect.arrayContaining(group.sources));
  });

  it('are in one group of their ecosystem each, and written as it writes them', () => {
    const npm = groups.flatMap((group) => group.npm);
    const pypi = groups.flatMap((group) => group.pypi);
    expect(new Set(npm).size).toBe(npm.length);
    expect(new Set(pypi).size).toBe(pypi.length);
    expect(npm.filter((name) => !/^(?:@[a-z0-9-]+\/)?[a-z0-9][a-z0-9._-]*$/.test(name))).toEqual([]);
    expect(pypi.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))).toEqual([]);
  });

  it('are not named like one another', () => {
    const popular = popularPackages(protectedNames);
    const likeness = groups.flatMap(({ npm, pypi }) => [
      ...npm.map((name) => popular.resembled('npm', name)),
      ...pypi.map((name) => popular.resembled('pypi', name)),
    ]);
    expect(likeness.filter((each) => each !== null)).toEqual([]);
  });
});

describe('ordinary hosts', () => {
  const { groups, sources } = ordinaryHostFile;
  const domains = groups.flatMap((group) => group.domains);

  it.each(groups)('$purpose names sources that the file explains', (group) => {
    expect(sources.map(({ id }) => id)).toEqual(expect.arrayContaining(group.sources));
  });

  it('are registrable domains, each in one group', () => {
    expect(domains.filter((domain) => registrableDomain(domain) !== domain)).toEqual([]);
    expect(new Set(domains).size).toBe(domains.length);
  });

  it('are none where anybody leaves or receives things without being known, and no name given out to anybody', () => {
    expect(domains.filter((domain) => hostKind(domain) !== 'other')).toEqual([]);
    expect(domains.filter((domain) => gatewayFile.sharedHosts.includes(domain))).toEqual([]);
  });
});
