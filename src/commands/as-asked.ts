import { NOT_ASKED_AT_DEPTH } from '../model/coverage.ts';
import { DEPTHS } from '../model/depth.ts';
import type { Manifest } from '../model/snapshot.ts';
import { registries } from '../registries/index.ts';
import type { CaptureSettings } from './capture-run.ts';
import { UsageError } from './exit.ts';

/**
 * Today's snapshot may be there already, captured for another question: fewer registries or others, or not as deep.
 *
 * Throws UsageError then, with what to do. A snapshot that is deeper than asked answers the question too.
 */
export function checkIsAsked(
  { registry, depth }: Pick<CaptureSettings, 'registry' | 'depth'>,
  manifest: Manifest,
): void {
  const captured = manifest.coverage.map((row) => row.registry);
  const asked = registry ?? registries.map(({ id }) => id);
  const missing = asked.filter((id) => !captured.includes(id));
  const besides = registry === undefined ? [] : captured.filter((id) => !registry.includes(id));
  const found = depthOf(manifest);

  if (missing.length > 0) throw another(manifest, `was captured without ${missing.join(', ')}`);
  if (besides.length > 0) throw another(manifest, `holds ${besides.join(', ')} too`);
  if (DEPTHS.indexOf(found) < DEPTHS.indexOf(depth)) {
    throw another(manifest, `was captured at depth ${found}, not ${depth}`);
  }
}

/** The depth that it was captured at, by what its coverage says was asked for. */
function depthOf({ packages, sources }: Manifest): CaptureSettings['depth'] {
  if (sources !== undefined) return 'source';
  return packages.some(({ notRead }) => Object.hasOwn(notRead, NOT_ASKED_AT_DEPTH)) ? 'metadata' : 'package';
}

function another({ date }: Manifest, how: string): UsageError {
  return new UsageError(
    `the snapshot of ${date} ${how}. "registry-audit capture --replace" with these options captures it again; ` +
      `"registry-audit scan --snapshot ${date}" scores it as it is.`,
  );
}
