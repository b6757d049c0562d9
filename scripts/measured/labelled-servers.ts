/** The labels of the reference folder, as `evaluate` reads them. */
import { existsSync, readFileSync } from 'node:fs';
import {
  Brands,
  communityServers as communityServersOf,
  type CommunityServer,
  Disclosed,
  disclosedPackages,
  type DisclosedPackage,
  Unofficial,
  vendorServers as vendorServersOf,
} from '../../src/evaluate/ground-truth.ts';
import type { Subject } from '../../src/model/subject.ts';

const FOLDER = new URL('../../../shared/ground-truth/', import.meta.url);

export const labelsAreThere = existsSync(new URL('brands.json', FOLDER));

export type { CommunityServer as LabelledServer };
export type DisclosedName = DisclosedPackage;

/** Community servers named after brands, which imitate nobody: entries of a registry, packages, and repositories that Glama lists. */
export function communityServers(): readonly CommunityServer[] {
  return communityServersOf(Unofficial.parse(read('unofficial.json')));
}

/** All entries of vendors' own servers: in the official registry, as packages, and as Glama would list them. */
export function vendorServers(): readonly Subject[] {
  return vendorServersOf(Brands.parse(read('brands.json')));
}

/** Packages disclosed as made for harm, with their names alone: what a registry shows of a package before anybody looks. */
export function disclosedNames(): readonly DisclosedName[] {
  return disclosedPackages(Disclosed.parse(read('malicious.json'))).filter(
    ({ isLookalikeTruth, imitates }) => isLookalikeTruth || imitates !== null,
  );
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
}
