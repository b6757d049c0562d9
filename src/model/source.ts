import type { Json, ResourceDescriptor } from './place.ts';

/**
 * What one published release holds and does, read from its archives as bytes; one line of releases/<ecosystem>.ndjson.gz.
 *
 * Facts say what stands in a file, never what it means: a release that starts processes is ordinary, one that starts to is news.
 */
export interface ReleaseFacts {
  /** With a version: `pkg:npm/%40tidewater/harbor-mcp@1.0.16`. */
  readonly purl: string;
  readonly version: string;
  /** npm has one; PyPI a wheel, an sdist, or both. */
  readonly archives: readonly [ArchiveFacts, ...ArchiveFacts[]];
}

export type ArchiveKind = 'npm-tarball' | 'wheel' | 'sdist';

export interface ArchiveFacts {
  readonly filename: string;
  readonly kind: ArchiveKind;
  readonly resource: ResourceDescriptor;
  readonly bytes: number;
  readonly unpackedBytes: number;
  readonly digest: DigestCheck;
  /** What is odd about the archive itself, in the order in which it was met. */
  readonly irregularities: readonly Irregularity[];
  /** Of package.json (npm) or METADATA and entry points (Python); null where there is none that can be read. */
  readonly manifest: ArchiveManifest | null;
  /** By path, in code-unit order. */
  readonly files: readonly FileFacts[];
}

/** Of the archive's bytes against what its registry says of them; `not given` is unknown. */
export type DigestCheck =
  | { readonly outcome: 'matches'; readonly algorithm: string }
  | { readonly outcome: 'differs'; readonly algorithm: string; readonly expected: string; readonly observed: string }
  | { readonly outcome: 'not given' };

export interface Irregularity {
  readonly kind:
    | 'climbing-path'
    | 'absolute-path'
    | 'control-character-in-path'
    | 'long-path'
    | 'link'
    | 'device'
    | 'duplicate-path'
    | 'wrong-size'
    | 'bad-checksum'
    | 'truncated'
    | 'trailing-data'
    | 'too-many-entries'
    | 'too-large'
    | 'nested-archive'
    | 'damaged';
  /** The path it was met at, as written (bounded); '' for the archive as a whole. */
  readonly path: string;
  /** One sentence without the path. */
  readonly detail: string;
}

export interface ArchiveManifest {
  /** Inside the archive: `package.json`. */
  readonly path: string;
  readonly name: string | null;
  readonly version: string | null;
  /** npm's lifecycle scripts that an installation runs, as written. */
  readonly installScripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  /** npm: name to path. Python: console script to `module:function`. */
  readonly bin: Readonly<Record<string, string>>;
  readonly main: string | null;
  /** npm's ownership marker, or `mcp-name:` in a Python README. */
  readonly mcpName: string | null;
  /** npm builds native code by itself where this is not false and a binding.gyp lies at the root. */
  readonly gypfile: boolean | null;
}

/**
 * runs: what can be loaded or executed where the package is installed. test, example, docs: told by folder and name. types:
 * declarations. data: everything that is no program (JSON, images, locales).
 */
export type FileRole = 'runs' | 'test' | 'example' | 'docs' | 'types' | 'data';

export type Language =
  | 'javascript'
  | 'typescript'
  | 'python'
  | 'shell'
  | 'json'
  | 'text'
  | 'native'
  | 'wasm'
  | 'binary';

/** How far a file was understood; what was not read is never reported as holding nothing. */
export type Reading =
  | { readonly how: 'parsed' }
  /** Its parser met errors and went on. */
  | { readonly how: 'recovered'; readonly errors: number }
  /** A tolerant grammar or plain text instead of its parser, and why. */
  | { readonly how: 'fallback'; readonly reason: string }
  /** No program: looked at as text or by its first bytes. */
  | { readonly how: 'text' }
  | { readonly how: 'not-read'; readonly reason: string };

export interface FileFacts extends FileDescription {
  /** Inside the archive, without npm's leading `package/` and an sdist's leading folder; bounded. */
  readonly path: string;
  readonly bytes: number;
  /** Of the file's bytes. */
  readonly sha256: string;
  readonly role: FileRole;
  /** install: an install hook runs it (or it is setup.py). launch: main, bin, console script. null: neither is known. */
  readonly entry: 'install' | 'launch' | null;
}

/** What follows from a file's bytes and language alone, so that equal bytes are described once. */
export interface FileDescription {
  readonly language: Language;
  readonly reading: Reading;
  /** null for what is no text. */
  readonly measures: { readonly lines: number; readonly longestLine: number } | null;
  /** In the order of the file; bounded in number by kind. */
  readonly facts: readonly Fact[];
  readonly tools: readonly ToolFact[];
}

/**
 * import            value: module. by: `import`, `require`, `dynamic import`
 * request           a call that asks the network. value: constant URL or host (`''` where not constant). by: callee, `fetch`, `axios.post`, `requests.post`
 * socket            a raw connection. value: `host:port`, or what of it is constant. by: callee
 * address           value: a URL, host name in a URL, or public IP that stands in the file outside of a recognised call. by: `literal`
 * recipient         value: the constant mail address, phone number, chat id or webhook URL. by: the key or parameter, `bcc`, `chat_id`
 * environment       value: the name of the variable read. by: how it is read, as Node and Python write it
 * environment-dump  the whole environment taken as a value (copied, iterated, serialised), but for handing it to what is started. by: how
 * process           a process start. value: constant command line, or `''`. by: callee. category: see commands.ts
 * execution         text or bytes run as code. value: the constant code, bounded, or `''`. by: `eval`, `Function`, `exec`, `vm.runInThisContext`
 * decoded-execution the same, and what is run comes from decoding in the same file. value: the decoded text where constant. by: `eval of base64`
 * decoding          something decoded that was written to be unreadable. value: decoded text where constant, bounded. by: technique
 * file-read         value: constant path (`~` for the home folder, `*` for an unknown part). by: callee. category: see places.ts
 * file-write        the same for writing, appending, deleting, renaming
 * path              a constant that names a sensitive place, outside of a recognised call. category: see places.ts
 * obfuscation       value: a measure in words, `312 of 340 names`. by: technique, `hex-names`, `string-array`, `escapes`, `char-codes`, `packed`
 * hidden-code       value: what stands there, bounded. by: `blanks`, `invisible-characters`
 * patched-global    value: what is replaced, `globalThis.fetch`, `XMLHttpRequest.prototype.send`. by: `assignment`, `defineProperty`
 * auto-run          something an editor, agent, interpreter or build tool runs by itself. value: the command or line. by: `.vscode/tasks.json folderOpen`
 * instruction       text that speaks to the model, or hides characters. value: excerpt, hidden characters spelled out. by: `model-directed`, `hidden-characters`
 */
export type FactKind =
  | 'import'
  | 'request'
  | 'socket'
  | 'address'
  | 'recipient'
  | 'environment'
  | 'environment-dump'
  | 'process'
  | 'execution'
  | 'decoded-execution'
  | 'decoding'
  | 'file-read'
  | 'file-write'
  | 'path'
  | 'obfuscation'
  | 'hidden-code'
  | 'patched-global'
  | 'auto-run'
  | 'instruction';

export interface Fact {
  readonly kind: FactKind;
  readonly value: string;
  readonly by: string;
  readonly category?: string;
  /** How the value was hidden, where it does not stand there as text: `concatenation`, `char-codes`, `base64` … */
  readonly folded?: readonly string[];
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** The line around it, at most 160 characters, tokens masked. */
  readonly snippet: string;
  /** Number of the innermost function it stands in; 0 is the top level of the file, which runs when it is loaded. */
  readonly scope: number;
}

/** A tool that the server declares in code, as far as it is constant. */
export interface ToolFact {
  readonly name: string;
  readonly description: string | null;
  /** Property names with their descriptions, or what of the schema is constant; null where nothing is. */
  readonly inputSchema: Json;
  /** readOnlyHint, destructiveHint …; null where none are declared. */
  readonly annotations: Json;
  readonly line: number;
  readonly column: number;
  /** The function number of its handler where it is known. */
  readonly scope: number | null;
}

/** One line of releases/<ecosystem>.ndjson.gz. */
export type StoredRelease =
  | { readonly purl: string; readonly outcome: 'read'; readonly facts: ReleaseFacts }
  | { readonly purl: string; readonly outcome: 'not-read'; readonly reason: string };
