/** What a server's settings start or call, as far as they say. */
export type Resolution =
  | PackageRun
  /** A server elsewhere. `through` is the program on this machine that calls it; null where the client does. */
  | { readonly kind: 'remote'; readonly url: string; readonly through: PackageRun | null }
  /** A server that a hosting platform runs, by the platform's name for it. */
  | { readonly kind: 'hosted'; readonly platform: string; readonly name: string; readonly through: PackageRun | null }
  /** A container image. */
  | { readonly kind: 'image'; readonly image: string; readonly tag: string | null; readonly digest: string | null }
  /** Code from a repository or an address instead of a package registry. */
  | { readonly kind: 'source'; readonly from: string; readonly pinned: boolean }
  /** A file or folder of this machine. */
  | { readonly kind: 'local'; readonly path: string }
  /** A program or module that was installed before; which version is not in the settings. */
  | { readonly kind: 'installed'; readonly program: string }
  | { readonly kind: 'unknown'; readonly reason: string };

export interface PackageRun {
  readonly kind: 'package';
  readonly ecosystem: 'npm' | 'pypi';
  readonly name: string;
  /** pinned: one version. range: several. floating: none or a tag, so whatever is newest. */
  readonly pinning: 'pinned' | 'range' | 'floating';
  /** The version, the range, or the tag; null where nothing is said. */
  readonly wanted: string | null;
  /** `npx`, `uvx`: what fetches and starts it. */
  readonly runner: string;
}

/** `npm:@tidewater/harbor-mcp`, a package without its version, an image with its tag and digest; null for what has no name that means the same on another machine. */
export function coordinateOf(resolution: Resolution): string | null {
  if (resolution.kind === 'package') return `${resolution.ecosystem}:${resolution.name}`;
  if (resolution.kind === 'remote') return `remote:${resolution.url}`;
  if (resolution.kind === 'hosted') return `${resolution.platform}:${resolution.name}`;
  if (resolution.kind === 'image') return `image:${imageText(resolution)}`;
  if (resolution.kind === 'source') return `source:${resolution.from}`;
  return null;
}

/** The package that is fetched to this machine, be it the server or what calls it; null where none is. */
export function packageOf(resolution: Resolution): PackageRun | null {
  if (resolution.kind === 'package') return resolution;
  return resolution.kind === 'remote' || resolution.kind === 'hosted' ? resolution.through : null;
}

/** Whether what starts next time may be other code than today's; false where that is not known. */
export function isUnpinned(resolution: Resolution): boolean {
  if (resolution.kind === 'image') return resolution.digest === null;
  if (resolution.kind === 'source') return !resolution.pinned;
  const run = packageOf(resolution);
  return run !== null && run.pinning !== 'pinned';
}

/** `npm:harbor-mcp@1.0.16`, `npm:harbor-mcp (any version)`, an address: for people, one line. */
export function runsText(resolution: Resolution): string {
  switch (resolution.kind) {
    case 'package':
      return packageText(resolution);
    case 'remote':
      return resolution.url + (resolution.through === null ? '' : ` through ${packageText(resolution.through)}`);
    case 'hosted':
      return `${resolution.name} hosted by ${resolution.platform}`;
    case 'image':
      return `image ${imageText(resolution)}`;
    case 'source':
      return resolution.from;
    case 'local':
      return resolution.path;
    case 'installed':
      return `${resolution.program} (installed)`;
    case 'unknown':
      return `not known: ${resolution.reason}`;
  }
}

function packageText({ ecosystem, name, wanted }: PackageRun): string {
  return `${ecosystem}:${name}${wanted === null ? '' : `@${wanted}`}`;
}

function imageText({ image, tag, digest }: Extract<Resolution, { readonly kind: 'image' }>): string {
  return `${image}${tag === null ? '' : `:${tag}`}${digest === null ? '' : `@${digest}`}`;
}
