import type { Resolution } from './resolution.ts';

/** What of a machine says where its clients keep their settings. */
export interface Machine {
  readonly platform: 'linux' | 'darwin' | 'win32';
  /** The user's own folder. */
  readonly home: string;
  /** The project that is looked at, by default the folder one is in. */
  readonly project: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** One MCP client: a program that starts or calls the servers its settings name. */
export interface McpClient {
  readonly id: string;
  readonly title: string;
  /** Every place it may keep servers in on this machine, whether or not there is such a file. Pure. */
  files(machine: Machine): readonly ClientFile[];
}

export interface ClientFile {
  /** A file; or a folder, of which every file with a known ending is read, or with `inEach` that file of every folder in it. */
  readonly path: string;
  /** A file's name, or its path from each folder: extensions lie beside each other, each with a manifest. */
  readonly inEach?: string;
  readonly scope: 'user' | 'project' | 'system';
  /** Which parts of the document hold servers. */
  readonly parts: (root: ConfigNode) => readonly ServerPart[];
  /** A folder of a stranger's: where the file is a link that leads out of it, it is not read. */
  readonly within?: string;
  /** Further files that the document names. */
  readonly others?: (root: ConfigNode) => readonly ClientFile[];
}

/** A map of name to server, or a list of servers with names. */
export interface ServerPart {
  readonly node: ConfigNode;
  /** The folder for which alone they count; null where they always do. */
  readonly project: string | null;
  /** Names that are switched off elsewhere in the document. */
  readonly disabled?: ReadonlySet<string>;
}

/** A document of any of the formats; `offset` counts UTF-16 code units and is null where the format does not tell. */
export type ConfigNode =
  | { readonly kind: 'map'; readonly offset: number | null; readonly entries: ReadonlyMap<string, ConfigEntry> }
  | { readonly kind: 'list'; readonly offset: number | null; readonly items: readonly ConfigNode[] }
  | { readonly kind: 'value'; readonly offset: number | null; readonly value: string | number | boolean | null };

export interface ConfigEntry {
  /** Of the key. */
  readonly offset: number | null;
  readonly node: ConfigNode;
}

export interface ConfigDocument {
  /** null where nothing could be understood. */
  readonly root: ConfigNode | null;
  readonly problems: readonly { readonly offset: number | null; readonly message: string }[];
}

/** From 1. */
export interface FilePlace {
  readonly line: number;
  readonly column: number;
}

/** A server as a client's settings have it. No value of a secret is in it: what could be one is masked where it is read. */
export interface ConfiguredServer {
  readonly client: string;
  readonly file: string;
  readonly scope: ClientFile['scope'];
  /** The folder for which alone it counts; null where it always does. */
  readonly project: string | null;
  readonly place: FilePlace;
  /** As written, bounded. */
  readonly name: string;
  readonly disabled: boolean;
  /** null where nothing is started. */
  readonly launch: Launch | null;
  /** null where nothing remote is named directly. */
  readonly remote: RemoteAddress | null;
  /** Something in its settings speaks of OAuth. */
  readonly oauth: boolean;
  readonly resolution: Resolution;
  /** Secrets that stand in the file as text. */
  readonly secrets: readonly PlainSecret[];
}

export interface Launch {
  readonly command: string;
  /** Masked. */
  readonly args: readonly string[];
  readonly environment: readonly Setting[];
  /** A file that more variables are taken from, as written; it is not read. null where none is named. */
  readonly environmentFile: string | null;
}

export interface RemoteAddress {
  /** Without user, query values and what looks like a key in the path. */
  readonly url: string;
  /** `http`, `sse` or what else is written; null where it is not said. */
  readonly transport: string | null;
  readonly headers: readonly Setting[];
}

/** A named value. literal: text that stands there. reference: taken from elsewhere when the server starts. */
export interface Setting {
  readonly name: string;
  readonly kind: 'literal' | 'reference' | 'placeholder' | 'empty';
  readonly isSecret: boolean;
}

export interface PlainSecret {
  readonly where: 'environment' | 'header' | 'argument' | 'url' | 'oauth';
  /** The variable's, header's or option's name; empty where it has none. */
  readonly name: string;
  /** The public beginning of the kind of token, if it has one, and `…`. */
  readonly masked: string;
  readonly place: FilePlace;
}

/** A place that was looked at. */
export interface FileSeen {
  readonly client: string;
  readonly path: string;
  readonly scope: ClientFile['scope'];
  /** absent is not listed by most callers; unread has a reason; partly was malformed and read as far as possible. */
  readonly outcome: 'read' | 'partly' | 'unread' | 'absent';
  readonly servers: number;
  readonly problems: readonly { readonly place: FilePlace | null; readonly message: string }[];
}

export interface Configured {
  readonly servers: readonly ConfiguredServer[];
  readonly files: readonly FileSeen[];
}
