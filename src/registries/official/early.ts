import { z } from 'zod';
import { Flag, listOf, Name, Repository, Text, TransportType, Word } from '../server-json.ts';
import { layoutOf, type Layout } from '../server-record.ts';

/** The two shapes from before 2025-09-16, which spell their fields in snake_case. */

export const OFFICIAL = 'io.modelcontextprotocol.registry/official';
export const LIFECYCLE = '/_meta/io.modelcontextprotocol.registry~1official';

const SnakeVariable = z
  .object({ description: Text, value: Text, default: Text, placeholder: Text, is_secret: Flag, is_required: Flag })
  .transform(({ is_secret, is_required, ...input }) => ({ ...input, isSecret: is_secret, isRequired: is_required }));

const SnakeInput = z
  .object({ name: Text, variables: z.record(z.string(), SnakeVariable).nullish() })
  .and(SnakeVariable);

const SnakeTransport = z.object({ type: TransportType, url: Text, headers: listOf(SnakeInput) });

const inputLists = {
  environment_variables: listOf(SnakeInput),
  runtime_arguments: listOf(SnakeInput),
  package_arguments: listOf(SnakeInput),
};

const SnakePackage = z
  .object({
    registry_type: Word,
    registry_base_url: Text,
    identifier: Word,
    version: Text,
    file_sha256: Text,
    runtime_hint: Text,
    transport: SnakeTransport.nullish(),
    ...inputLists,
  })
  .transform((item) => ({
    registryType: item.registry_type,
    registryBaseUrl: item.registry_base_url,
    identifier: item.identifier,
    version: item.version,
    fileSha256: item.file_sha256,
    runtimeHint: item.runtime_hint,
    transport: item.transport,
    environmentVariables: item.environment_variables,
    runtimeArguments: item.runtime_arguments,
    packageArguments: item.package_arguments,
  }));

const SNAKE: Layout = {
  ...layoutOf('', LIFECYCLE, {
    status: '/status',
    publishedAt: `${LIFECYCLE}/published_at`,
    updatedAt: `${LIFECYCLE}/updated_at`,
    websiteUrl: '/website_url',
  }),
  spell: (list) => list.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`),
};

/** 2025-07-09 to 2025-09-15. */
export const SnakeRow = z
  .object({
    name: Name,
    description: Text,
    version: Text,
    website_url: Text,
    status: Text,
    repository: Repository.nullish(),
    packages: listOf(SnakePackage),
    remotes: listOf(SnakeTransport.extend({ url: Word })),
    _meta: z.object({ [OFFICIAL]: z.object({ published_at: Text, updated_at: Text, is_latest: Flag }) }),
  })
  .transform(({ website_url, status, _meta, ...server }) => ({
    server: { ...server, websiteUrl: website_url },
    lifecycle: {
      status,
      publishedAt: _meta[OFFICIAL].published_at,
      updatedAt: _meta[OFFICIAL].updated_at,
      isLatest: _meta[OFFICIAL].is_latest,
    },
    layout: SNAKE,
  }));

const SeedPackage = z.object({ registry_name: Word, name: Word, version: Text, ...inputLists }).transform((item) => ({
  registryType: item.registry_name,
  identifier: item.name,
  version: item.version,
  environmentVariables: item.environment_variables,
  runtimeArguments: item.runtime_arguments,
  packageArguments: item.package_arguments,
}));

const SeedRemote = z
  .object({ transport_type: TransportType, url: Word, headers: listOf(SnakeInput) })
  .transform(({ transport_type, ...remote }) => ({ ...remote, type: transport_type }));

const SEED: Layout = {
  ...SNAKE,
  fields: { ...SNAKE.fields, version: '/version_detail/version', publishedAt: '/version_detail/release_date' },
};

/** The seed of 2025-05, which the live registry never served. */
export const SeedRow = z
  .object({
    name: Name,
    description: Text,
    repository: Repository.nullish(),
    version_detail: z.object({ version: Text, release_date: Text, is_latest: Flag }),
    packages: listOf(SeedPackage),
    remotes: listOf(SeedRemote),
  })
  .transform(({ version_detail, ...server }) => ({
    server: { ...server, version: version_detail.version },
    lifecycle: { publishedAt: version_detail.release_date, isLatest: version_detail.is_latest },
    layout: SEED,
  }));
