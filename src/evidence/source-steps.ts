import type { Release } from '../model/release.ts';
import type { FileFacts, ReleaseFacts } from '../model/source.ts';
import type { PackageSource } from '../model/subject.ts';
import { releaseLine } from './release-line.ts';

/** How many releases back a line remembers, so that what is spread over some of them adds up and what comes and goes is told once. */
export const REMEMBERED_RELEASES = 5;

/** One release that was read, beside those of its line that were read before it. */
export interface Step {
  readonly source: PackageSource;
  /** As the registry's document has it. */
  readonly published: Release;
  readonly release: ReleaseFacts;
  /** The newest read release before it in its line, or before its line; null for the oldest that was read. */
  readonly before: ReleaseFacts | null;
  /** Up to five steps of its line, oldest first, the one to `before` last; a line goes on from the release before its first. */
  readonly earlier: readonly Step[];
  /** The oldest release that the registry shows: nothing of it can be compared, and nothing of it was added later. */
  readonly isFirst: boolean;
}

/** Of every release that was read, in the order of the history. */
export function stepsOf(source: PackageSource): readonly Step[] {
  const known = ASKED.get(source);
  if (known !== undefined) return known;
  const steps = walked(source);
  ASKED.set(source, steps);
  return steps;
}

/** What can be loaded or executed where the package is installed. */
export function runs({ role, entry }: FileFacts): boolean {
  return role === 'runs' || entry !== null;
}

/** The same, and settings, data and manifests that other programs read; never tests, examples and documents. */
export function isInstalled(file: FileFacts): boolean {
  return runs(file) || file.role === 'data';
}

/** Every file of a release: a wheel's before those of its sdist, as they are listed. */
export function filesOf(release: ReleaseFacts): readonly FileFacts[] {
  const [only, ...others] = release.archives;
  return others.length === 0 ? only.files : release.archives.flatMap(({ files }) => files);
}

/** Every signal asks for the same steps, one after the other. */
const ASKED = new WeakMap<PackageSource, readonly Step[]>();

function walked(source: PackageSource): readonly Step[] {
  const { packument, releases } = source;
  const published = new Map(packument.releases.map((each) => [each.version, each]));
  const oldest = packument.releases[0]?.version;
  const lines = new Map<string | null, readonly Step[]>();
  let last: readonly Step[] = [];
  return releases.flatMap((release) => {
    const listed = published.get(release.version);
    if (listed === undefined) return [];
    const line = releaseLine(release.version);
    const earlier = lines.get(line) ?? last;
    const step: Step = {
      source,
      published: listed,
      release,
      before: earlier.at(-1)?.release ?? null,
      earlier,
      isFirst: release.version === oldest,
    };
    last = [...earlier, step].slice(-REMEMBERED_RELEASES);
    lines.set(line, last);
    return [step];
  });
}
