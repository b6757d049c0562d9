import { z } from 'zod';
import type { PackageReference, RegistryId, Remote, Repository } from '../../model/entry.ts';
import type { StoredRow } from '../../model/snapshot.ts';
import { placeOf, type ReadRow } from '../port.ts';
import { purlOf } from '../purl.ts';
import { listOf, Name, Text } from '../server-json.ts';

/**
 * An item of v0beta, gone since September 2026 and still in recorded files.
 *
 * The AI-written description beside these fields is not read: it is not the publisher's words.
 */
const BetaItem = z.object({
  name: Name,
  url: Text,
  external_url: Text,
  short_description: Text,
  source_code_url: Text,
  package_registry: Text,
  package_name: Text,
  package_download_count: z.number().nullish(),
  remotes: listOf(z.object({ url_direct: Text, transport: Text })),
});
type BetaItem = z.infer<typeof BetaItem>;

/**
 * The normal form of a v0beta item; what it leaves out is unknown, since the directory wrote it and not the publisher.
 *
 * @throws ZodError
 */
export function readBetaItem(registry: RegistryId, stored: StoredRow): ReadRow {
  const place = placeOf(stored);
  const item = BetaItem.parse(stored.record);
  const name = listingSlug(item.url ?? '') ?? item.name;
  const repository = repositoryOf(item);
  return {
    entry: { id: `${registry}:${name}`, registry, name, leaf: name, title: item.name, namespace: null, place },
    record: {
      place,
      title: item.name,
      description: item.short_description ?? null,
      version: null,
      status: null,
      statusMessage: null,
      publishedAt: null,
      updatedAt: null,
      websiteUrl: item.external_url || null,
      repository,
      packages: packagesOf(item),
      remotes: remotesOf(item),
      inputs: null,
      tools: null,
      uses: item.package_download_count ?? null,
      marks: [],
      at: {
        title: '/name',
        ...(typeof item.short_description === 'string' && { description: '/short_description' }),
        ...(item.external_url && { websiteUrl: '/external_url' }),
        ...(repository !== null && { repository: '/source_code_url' }),
      },
    },
  };
}

/** `tidewater-tides` of `…/servers/tidewater-tides`: display names are shared by many servers, the listing's address by none. */
function listingSlug(url: string): string | null {
  return /\/servers\/([^/?#]{1,300})$/.exec(url)?.[1] ?? null;
}

function repositoryOf({ source_code_url: url }: BetaItem): Repository | null {
  return url ? { url, subfolder: null, id: null } : null;
}

function packagesOf({ package_registry: registry, package_name: identifier }: BetaItem): PackageReference[] | null {
  if (!registry || !identifier) return null;
  const ecosystem = registry.toLowerCase();
  const purl = purlOf(ecosystem, identifier);
  const unknown = { version: null, fileSha256: null, runtimeHint: null, transport: null };
  return [{ at: '/package_name', ecosystem, identifier, purl, ...unknown, inputs: [] }];
}

/** A remote without a direct address has only a page about how to set it up. `at` counts the record's own list. */
function remotesOf({ remotes }: BetaItem): Remote[] | null {
  if (!remotes) return null;
  return remotes.flatMap(({ url_direct: url, transport }, index) =>
    url ? [{ at: `/remotes/${index}`, type: transport ?? '', url, inputs: [] }] : [],
  );
}
