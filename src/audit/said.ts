import type { Tier } from '../model/candidate.ts';
import { AUDIT_CLASSES, type AuditClass, type AuditFinding, type Level } from './report.ts';

/** A finding before it has its place. */
export interface Said {
  readonly rule: string;
  readonly level: Level;
  readonly statement: string;
  readonly tier?: Tier;
}

const CLASSES: readonly AuditClass[] = [...AUDIT_CLASSES, 'candidate', 'update'];

export function foundAt({ rule, level, statement, tier }: Said, place: AuditFinding['place']): AuditFinding {
  const found = CLASSES.find((each) => rule.startsWith(`${each}/`));
  if (found === undefined) throw new Error(`no class of rule "${rule}"`);
  return { rule, class: found, level, statement, tier: tier ?? null, place };
}
