import { hash } from 'node:crypto';
import { askedDomains } from '../card/changes.ts';
import type { Capabilities } from '../card/capabilities.ts';

/** What the code of a release can do, short enough to be kept beside a project and compared a year later. In code-unit order. */
export interface CapabilityLists {
  readonly permissions: readonly string[];
  /** Registered domains that are asked. */
  readonly hosts: readonly string[];
  /** Names of variables that are read and hold secrets. */
  readonly secrets: readonly string[];
  readonly tools: readonly LockedTool[];
  readonly installHooks: readonly string[];
  /** Files that run and could not be read; what they hold is in none of these lists. */
  readonly unreadFiles: number;
}

export interface LockedTool {
  readonly name: string;
  /** Of its description, schema and annotations: what the model is told of it. */
  readonly digest: string;
}

/** One kind of thing that came, went or is otherwise described now. */
export interface ListChange {
  readonly what: 'permission' | 'host' | 'secret' | 'tool' | 'install hook';
  readonly how: 'added' | 'removed' | 'changed';
  readonly names: readonly string[];
}

const DIGEST_CHARACTERS = 16;

export function capabilityLists(capabilities: Capabilities): CapabilityLists {
  const { permissions, secrets, tools, installHooks, read } = capabilities;
  return {
    permissions: permissions.map((each) => each.class).toSorted(),
    hosts: askedDomains(capabilities).toSorted(),
    secrets,
    tools: tools.map(({ name, description, inputSchema, annotations }) => ({
      name,
      digest: digest([description, inputSchema, annotations]),
    })),
    installHooks,
    unreadFiles: read.reduce((sum, { unread }) => sum + unread, 0),
  };
}

/** SHA-256 in hex of lists: equal for equal lists, whatever release they are of. */
export function listsDigest({ permissions, hosts, secrets, tools, installHooks }: CapabilityLists): string {
  return hash(
    'sha256',
    JSON.stringify([permissions, hosts, secrets, tools.map((tool) => [tool.name, tool.digest]), installHooks]),
  );
}

/** What came, went and changed, what is new first. [] where nothing did. */
export function listChanges(before: CapabilityLists, after: CapabilityLists): readonly ListChange[] {
  const pairs = [
    ['permission', before.permissions, after.permissions],
    ['install hook', before.installHooks, after.installHooks],
    ['secret', before.secrets, after.secrets],
    ['host', before.hosts, after.hosts],
    ['tool', namesOf(before.tools), namesOf(after.tools)],
  ] as const;
  const changed = changedTools(before.tools, after.tools);
  const changes: readonly ListChange[] = [
    ...pairs.map(([what, was, is]) => ({ what, how: 'added', names: missingIn(was, is) }) as const),
    { what: 'tool', how: 'changed', names: changed },
    ...pairs.map(([what, was, is]) => ({ what, how: 'removed', names: missingIn(is, was) }) as const),
  ];
  return changes.filter(({ names }) => names.length > 0);
}

/** Whether a release can do more, or tells the model something else, than before. */
export function isGrowth({ how }: ListChange): boolean {
  return how !== 'removed';
}

function missingIn(some: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(some);
  return others.filter((each) => !known.has(each));
}

function changedTools(before: readonly LockedTool[], after: readonly LockedTool[]): readonly string[] {
  const known = new Map(before.map((tool) => [tool.name, tool.digest]));
  return after.filter((tool) => (known.get(tool.name) ?? tool.digest) !== tool.digest).map(({ name }) => name);
}

function namesOf(tools: readonly LockedTool[]): readonly string[] {
  return tools.map(({ name }) => name);
}

function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value)).slice(0, DIGEST_CHARACTERS);
}
