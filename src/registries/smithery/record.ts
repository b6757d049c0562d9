import type { Input, Remote, ScalarField, ServerRecord } from '../../model/entry.ts';
import type { Place, Pointer } from '../../model/place.ts';
import { inputsOf } from '../config-schema.ts';
import type { ServerDetail, ServerItem } from './schema.ts';

/**
 * The normal form of a detail. What only the list item says (uses, marks, the day of listing) is taken from there and has
 * no pointer, since it does not stand in the bytes of the detail.
 */
export function recordOf(detail: ServerDetail, item: ServerItem, place: Place): ServerRecord {
  return {
    place,
    title: detail.displayName || item.displayName || null,
    description: detail.description ?? null,
    version: null,
    status: null,
    statusMessage: null,
    publishedAt: detail.createdAt ?? item.createdAt ?? null,
    updatedAt: null,
    websiteUrl: null,
    repository: null,
    packages: null,
    remotes: remotesOf(detail),
    inputs: inputsOfConnections(detail),
    tools:
      detail.tools?.map(({ name, description = null }, index) => ({ at: `/tools/${index}`, name, description })) ??
      null,
    uses: detail.useCount ?? item.useCount ?? null,
    marks: MARKS.filter((mark) => detail[mark] ?? item[mark] ?? false),
    at: standing(detail),
  };
}

/** Smithery's own claims about a server, by the names that its API gives them. */
const MARKS = ['verified', 'bySmithery', 'isDeployed'] as const;

function standing({ displayName, description, createdAt }: ServerDetail): Partial<Record<ScalarField, Pointer>> {
  return {
    ...(displayName ? { title: '/displayName' } : {}),
    ...(description ? { description: '/description' } : {}),
    ...(createdAt ? { publishedAt: '/createdAt' } : {}),
  };
}

/** `deploymentUrl` is as a rule that of the first connection; it is a remote of its own only where no connection has it. */
function remotesOf({ deploymentUrl, connections }: ServerDetail): readonly Remote[] | null {
  if (!connections && deploymentUrl === undefined) return null;
  const remotes = (connections ?? []).flatMap(({ type, deploymentUrl: url }, index) =>
    url ? [remote(`/connections/${index}`, url, type)] : [],
  );
  if (!deploymentUrl || remotes.some(({ url }) => url === deploymentUrl)) return remotes;
  return [remote('', deploymentUrl, null), ...remotes];
}

function remote(at: Pointer, url: string, type: string | null | undefined): Remote {
  return { at, urlAt: `${at}/deploymentUrl`, type: type ?? 'http', url, inputs: [] };
}

function inputsOfConnections({ connections }: ServerDetail): readonly Input[] | null {
  const declared = (connections ?? [])
    .map(({ configSchema }, index) => inputsOf(configSchema, 'config', `/connections/${index}/configSchema`))
    .filter((inputs) => inputs !== null);
  return declared.length === 0 ? null : declared.flat();
}
