import type { EntryId, Purl, RegistryId } from '../model/entry.ts';
import { purlOf } from '../registries/purl.ts';

/** What somebody meant who named a server; the text as given, bounded, and nothing looked up yet. */
export type Query = { readonly text: string; readonly version: string | null } & (
  | { readonly by: 'package'; readonly ecosystem: string; readonly name: string; readonly purl: Purl | null }
  /** A registry's own page, or `official:io.github.tidewater/harbor-mcp`. */
  | { readonly by: 'entry'; readonly ids: readonly EntryId[]; readonly name: string }
  | { readonly by: 'address'; readonly url: string }
  | { readonly by: 'name'; readonly name: string }
);

const MAX_CHARACTERS = 500;
const COORDINATE = /^(npm|pypi|nuget|cargo|oci):(@?[^@=\s]{1,300})(?:(?:@|==)([^@=\s]{1,100}))?$/;
const PURL = /^pkg:(npm|pypi|nuget|cargo)\/([^@?#\s]{1,300})(?:@([^@?#\s]{1,100}))?(?:[?#].*)?$/;
const ENTRY = /^(official|glama|smithery|mcp-so|pulsemcp):(\S.{0,300})$/;
/** The version of a name begins with a digit, so that a scope's @ is none. */
const VERSIONED = /^(.{1,300}[^/@])@(v?\d[\w.+-]{0,99})$/;
const ADDRESS = /^[a-z][a-z0-9+.-]{0,20}:\/\/|^git@/i;

/** Pages of registries: where a person copies an address from. */
const PAGES: readonly (readonly [RegExp, RegistryId])[] = [
  [/^https?:\/\/(?:www\.)?smithery\.ai\/servers?\/([^?#]{1,300})/, 'smithery'],
  [/^https?:\/\/(?:www\.)?glama\.ai\/mcp\/servers\/([^?#]{1,300})/, 'glama'],
  [/^https?:\/\/(?:www\.)?mcp\.so\/server\/([^?#]{1,300})/, 'mcp-so'],
  [/^https?:\/\/registry\.modelcontextprotocol\.io\/v\d(?:\.\d)?\/servers\/([^/?#]{1,300})/, 'official'],
];

/** Reads a registry name, `npm:NAME[@VERSION]`, a package-url, an address, a page of a registry, or an entry's id. Never throws. */
export function queryOf(given: string): Query {
  const text = given.trim().slice(0, MAX_CHARACTERS);
  return packageIn(text) ?? pageIn(text) ?? entryIn(text) ?? addressIn(text) ?? nameIn(text);
}

function packageIn(text: string): Query | null {
  const [, ecosystem, written, version] = COORDINATE.exec(text) ?? PURL.exec(text) ?? [];
  if (ecosystem === undefined || written === undefined) return null;
  const name = text.startsWith('pkg:') ? decoded(written) : written;
  const exact = version === undefined ? null : text.startsWith('pkg:') ? decoded(version) : version;
  return { text, by: 'package', ecosystem, name, purl: purlOf(ecosystem, name), version: exact };
}

function pageIn(text: string): Query | null {
  for (const [page, registry] of PAGES) {
    const path = page.exec(text)?.[1];
    if (path === undefined) continue;
    return { text, by: 'entry', version: null, ...spellings(registry, decoded(path.replace(/\/$/, ''))) };
  }
  return null;
}

function entryIn(text: string): Query | null {
  const [, registry, rest] = ENTRY.exec(text) ?? [];
  if (registry === undefined || rest === undefined) return null;
  const { name, version } = versioned(rest);
  return { text, by: 'entry', version, ...spellings(registry, name) };
}

/** Registries write an owner with and without @. */
function spellings(registry: RegistryId, name: string): { readonly ids: readonly EntryId[]; readonly name: string } {
  const other = name.startsWith('@') ? name.slice(1) : `@${name}`;
  return { ids: [`${registry}:${name}`, `${registry}:${other}`], name };
}

function addressIn(text: string): Query | null {
  return ADDRESS.test(text) ? { text, by: 'address', url: text, version: null } : null;
}

function nameIn(text: string): Query {
  return { text, by: 'name', ...versioned(text) };
}

function versioned(text: string): { readonly name: string; readonly version: string | null } {
  const [, name, version] = VERSIONED.exec(text) ?? [];
  return name === undefined || version === undefined ? { name: text, version: null } : { name, version };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
