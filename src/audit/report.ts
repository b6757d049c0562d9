import type { ConfiguredServer, FilePlace, FileSeen } from '../clients/port.ts';
import type { Tier } from '../model/candidate.ts';
import type { CapabilityLists } from './capability-lists.ts';

export const AUDIT_SCHEMA_VERSION = 1;

/** What `--fail-on` can be met by, beside tiers. */
export const AUDIT_CLASSES = ['recalled', 'blocked', 'changed', 'manifest', 'unpinned', 'secret'] as const;
export type AuditClass = (typeof AUDIT_CLASSES)[number] | 'candidate' | 'update';

/** error: do something before it is started again. warning: decide. note: worth knowing, meets no gate. */
export type Level = 'error' | 'warning' | 'note';

export interface AuditFinding {
  /** `recalled/listed`: a rule of RULES. */
  readonly rule: string;
  readonly class: AuditClass;
  readonly level: Level;
  /** One sentence, no verdict; holds no secret. */
  readonly statement: string;
  /** Of a candidate. */
  readonly tier: Tier | null;
  /** In the settings. */
  readonly place: FilePlace;
}

/** One release of a package, as far as it was read. */
export interface ReleaseSeen {
  readonly version: string;
  readonly publishedAt: string | null;
  readonly publisher: string | null;
  readonly provenance: 'attested' | 'absent' | null;
  readonly archives: readonly { readonly filename: string; readonly sha256: string }[];
  /** null where no archive was read. */
  readonly capabilities: CapabilityLists | null;
  /** Why something may be there that is not listed, or why nothing was read. */
  readonly unseen: readonly string[];
}

/** A place on an organisation's lists. */
export interface ListedAs {
  readonly list: 'allow' | 'block' | 'curated';
  /** The rule that holds. */
  readonly by: string;
  /** As the organisation wrote it; null where it gave none. */
  readonly reason: string | null;
}

/** A capability manifest and what came of holding it against the code. */
export interface HeldManifest {
  readonly file: string;
  /** The release it is about; null: every one. */
  readonly version: string | null;
  /** unseen: no code of that release was read. */
  readonly outcome: 'exceeds' | 'within' | 'unseen';
}

export interface AuditedServer {
  readonly configured: ConfiguredServer;
  /** `npm:harbor-mcp`; null for what means nothing on another machine. */
  readonly coordinate: string | null;
  /** The version that starts next time, as far as that is known. */
  readonly inUse: ReleaseSeen | null;
  /** Of the newest release, where it is another one. */
  readonly newest: Pick<ReleaseSeen, 'version' | 'publishedAt'> | null;
  /** null: on none of the lists, or there are none. */
  readonly listed: ListedAs | null;
  /** Of the manifests that were given, those about it. */
  readonly manifests: readonly HeldManifest[];
  /** Heaviest first. */
  readonly findings: readonly AuditFinding[];
  /** What nobody could look at, and why. */
  readonly unseen: readonly string[];
}

export interface AuditReport {
  readonly schemaVersion: typeof AUDIT_SCHEMA_VERSION;
  readonly tool: string;
  readonly asOf: string;
  readonly offline: boolean;
  /** Lists of recalls that were asked, with their dates. */
  readonly intel: readonly {
    readonly title: string;
    readonly date: string;
    readonly ageDays: number | null;
    readonly records: number;
  }[];
  /** The snapshot whose entries were asked for candidates; null where there was none. */
  readonly snapshot: { readonly date: string; readonly ageDays: number | null } | null;
  /** File of the organisation's lists; null where none are in force. */
  readonly lists: string | null;
  readonly lock: { readonly path: string; readonly updated: string | null };
  /** Absent ones left out. */
  readonly files: readonly FileSeen[];
  /** Where servers may be besides, which is not looked at; [] where only files that were named are read. */
  readonly notRead: readonly string[];
  /** Servers that are switched off in their client, about which nothing was asked. */
  readonly switchedOff: number;
  readonly servers: readonly AuditedServer[];
}

const LEVELS: readonly Level[] = ['error', 'warning', 'note'];

/** By level, then as met. */
export function heaviestFirst(findings: readonly AuditFinding[]): readonly AuditFinding[] {
  return findings.toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}
