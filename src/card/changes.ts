import { numberOf } from '../text/number-of.ts';
import type { Capabilities, Tool } from './capabilities.ts';

/** What one set of capabilities has and another does not; names and hosts in code-unit order. */
export interface CapabilityChanges {
  readonly permissions: Changed;
  /** Registered domains that are asked; one that was only named before and is asked now is added. */
  readonly hosts: Changed;
  readonly secrets: Changed;
  readonly tools: Changed & {
    /** Another description, schema or annotations under the same name. */
    readonly changed: readonly string[];
  };
  readonly installHooks: Changed;
  /** Why some of what is added may have been there before; [] where all that runs was read. */
  readonly doubts: readonly string[];
}

export interface Changed {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What came and went from one set of capabilities to another. */
export function capabilityChanges(before: Capabilities, after: Capabilities): CapabilityChanges {
  const unread = before.read.reduce((sum, each) => sum + each.unread, 0);
  return {
    permissions: changed(classesOf(before), classesOf(after)),
    hosts: changed(askedDomains(before), askedDomains(after)),
    secrets: changed(before.secrets, after.secrets),
    tools: {
      ...changed(
        before.tools.map(({ name }) => name),
        after.tools.map(({ name }) => name),
      ),
      changed: changedTools(before.tools, after.tools),
    },
    installHooks: changed(before.installHooks, after.installHooks),
    doubts: unread > 0 ? [`${numberOf(unread, 'file')} of the earlier release could not be read`] : [],
  };
}

/** Whether nothing came, went or changed. */
export function isUnchanged({ permissions, hosts, secrets, tools, installHooks }: CapabilityChanges): boolean {
  const all = [permissions, hosts, secrets, tools, installHooks];
  return all.every(({ added, removed }) => added.length + removed.length === 0) && tools.changed.length === 0;
}

/** The registered domains that are asked. */
export function askedDomains({ hosts }: Pick<Capabilities, 'hosts'>): readonly string[] {
  return [...new Set(hosts.filter(({ how }) => how === 'asked').map(({ domain }) => domain))];
}

function classesOf({ permissions }: Capabilities): readonly string[] {
  return permissions.map((each) => each.class);
}

function changed(before: readonly string[], after: readonly string[]): Changed {
  const [was, is] = [new Set(before), new Set(after)];
  return { added: [...is.difference(was)].toSorted(), removed: [...was.difference(is)].toSorted() };
}

function changedTools(before: readonly Tool[], after: readonly Tool[]): readonly string[] {
  const known = new Map(before.map((tool) => [tool.name, said(tool)]));
  return after.flatMap((tool) => {
    const was = known.get(tool.name);
    return was === undefined || was === said(tool) ? [] : [tool.name];
  });
}

function said({ description, inputSchema, annotations }: Tool): string {
  return JSON.stringify([description, inputSchema, annotations]);
}
