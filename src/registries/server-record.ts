import type {
  Entry,
  Input,
  PackageReference,
  RegistryId,
  Remote,
  Repository,
  ScalarField,
  ServerRecord,
} from '../model/entry.ts';
import type { Place, Pointer } from '../model/place.ts';
import { purlOf } from './purl.ts';
import { inputsOf, transportInputs } from './server-inputs.ts';
import type * as Schema from './server-json.ts';

/** Where the fields of a server stand in a row; the registries have moved and respelled them over the years. */
export interface Layout {
  /** Of the object that holds `packages` and `remotes`. */
  readonly server: Pointer;
  readonly fields: Fields;
  /** How the row spells the name of a list of inputs. */
  readonly spell: (list: 'environmentVariables' | 'runtimeArguments' | 'packageArguments') => string;
}

type Fields = Readonly<Partial<Record<ScalarField, Pointer>>>;

/** The layout of today's spelling, but for the fields in `moved`. */
export function layoutOf(server: Pointer, lifecycle: Pointer, moved: Fields = {}): Layout {
  return {
    server,
    spell: (list) => list,
    fields: {
      title: `${server}/title`,
      description: `${server}/description`,
      version: `${server}/version`,
      websiteUrl: `${server}/websiteUrl`,
      repository: `${server}/repository`,
      status: `${lifecycle}/status`,
      statusMessage: `${lifecycle}/statusMessage`,
      publishedAt: `${lifecycle}/publishedAt`,
      updatedAt: `${lifecycle}/updatedAt`,
      ...moved,
    },
  };
}

/** What a registry says about a version beside the publisher's own server.json. */
export interface Lifecycle {
  readonly status?: string | null | undefined;
  readonly statusMessage?: string | null | undefined;
  readonly publishedAt?: string | null | undefined;
  readonly updatedAt?: string | null | undefined;
  readonly isLatest?: boolean | null | undefined;
}

export interface ServerRow {
  readonly server: Schema.ServerJson;
  readonly lifecycle: Lifecycle;
  readonly layout: Layout;
}

/** `io.github.acme/weather`: what stands before the last slash is the namespace; a name without a slash has none. */
export function entryOf(registry: RegistryId, { name, title }: Schema.ServerJson, place: Place): Entry {
  const slash = name.lastIndexOf('/');
  return {
    id: `${registry}:${name}`,
    registry,
    name,
    leaf: name.slice(slash + 1),
    title: said(title),
    namespace: slash < 1 ? null : name.slice(0, slash),
    place,
  };
}

/**
 * The normal form of a server.json and what its registry says about it.
 *
 * `absent` is what a field that is not there means: the official registry keeps the publisher's whole statement, so a server
 * without `repository` has none; a directory that adds servers by itself may just not know.
 */
export function recordOf(
  { server, lifecycle, layout }: ServerRow,
  place: Place,
  absent: 'none' | 'unknown',
): ServerRecord {
  const scalars = {
    title: said(server.title),
    description: server.description ?? null,
    version: said(server.version),
    status: said(lifecycle.status),
    statusMessage: said(lifecycle.statusMessage),
    publishedAt: said(lifecycle.publishedAt),
    updatedAt: said(lifecycle.updatedAt),
    websiteUrl: said(server.websiteUrl),
    repository: repositoryOf(server.repository),
  };
  const nothing = absent === 'none' ? [] : null;
  return {
    ...scalars,
    place,
    repository: scalars.repository ?? (absent === 'none' ? 'none' : null),
    packages: server.packages?.map((item, index) => packageOf(item, layout, index)) ?? nothing,
    remotes: server.remotes?.map((item, index) => remoteOf(item, `${layout.server}/remotes/${index}`)) ?? nothing,
    inputs: null,
    tools: null,
    uses: null,
    marks: [],
    at: standing(scalars, layout.fields),
  };
}

const SCALAR_FIELDS = [
  'title',
  'description',
  'version',
  'status',
  'statusMessage',
  'publishedAt',
  'updatedAt',
  'websiteUrl',
  'repository',
] as const satisfies readonly ScalarField[];

/** The pointers of those fields that are there: one object for all rows of a layout that have the same ones. */
function standing(values: Readonly<Record<(typeof SCALAR_FIELDS)[number], unknown>>, fields: Fields): Fields {
  let present = 0;
  for (const [index, field] of SCALAR_FIELDS.entries()) if (values[field] !== null) present |= 1 << index;
  const known = STANDING.get(fields) ?? new Map<number, Fields>();
  const same = known.get(present);
  if (same !== undefined) return same;
  const at: Partial<Record<ScalarField, Pointer>> = {};
  for (const field of SCALAR_FIELDS) {
    const standsAt = fields[field];
    if (values[field] !== null && standsAt !== undefined) at[field] = standsAt;
  }
  STANDING.set(fields, known.set(present, at));
  return at;
}

/** By the fields of a layout, of which there are four, and by which of them are there. */
const STANDING = new Map<Fields, Map<number, Fields>>();

/** Absent, `{}` and `{"url":"","source":""}` have all stood for "no repository". */
function repositoryOf(repository: Schema.Repository | null | undefined): Repository | null {
  const url = said(repository?.url);
  if (url === null) return null;
  return { url, subfolder: said(repository?.subfolder), id: said(repository?.id) };
}

function packageOf(item: Schema.Package, layout: Layout, index: number): PackageReference {
  const at = `${layout.server}/packages/${index}`;
  const ecosystem = item.registryType.toLowerCase();
  const { transport } = item;
  return {
    at,
    ecosystem,
    identifier: item.identifier,
    version: said(item.version),
    purl: purlOf(ecosystem, item.identifier, said(item.registryBaseUrl)),
    fileSha256: said(item.fileSha256),
    runtimeHint: said(item.runtimeHint),
    transport: transport ? { type: transport.type, url: said(transport.url) } : null,
    inputs: packageInputs(item, layout, at),
  };
}

function packageInputs(item: Schema.Package, { spell }: Layout, at: Pointer): readonly Input[] {
  const { environmentVariables, runtimeArguments, packageArguments, transport } = item;
  if (!environmentVariables && !runtimeArguments && !packageArguments && !transport) return NO_INPUTS;
  return inputsOf('environment', environmentVariables, `${at}/${spell('environmentVariables')}`).concat(
    inputsOf('runtime-argument', runtimeArguments, `${at}/${spell('runtimeArguments')}`),
    inputsOf('package-argument', packageArguments, `${at}/${spell('packageArguments')}`),
    transport ? transportInputs(transport, `${at}/transport`) : NO_INPUTS,
  );
}

const NO_INPUTS: readonly Input[] = [];

function remoteOf(item: Schema.Remote, at: Pointer): Remote {
  return { at, type: item.type, url: item.url, inputs: transportInputs(item, at) };
}

/** The registry's server drops empty strings of optional fields and has at times written them; both say nothing. */
function said(text: string | null | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
