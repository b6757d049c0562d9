import type { Manifest } from '../model/snapshot.ts';
import type { Survey } from '../pipelines/port.ts';
import { type Stored, subjectsOf } from './together.ts';

/**
 * Shows every entry of a snapshot to those that have to know entries of each other, once for all of them, before any is judged.
 *
 * What they learn is asked of them afterwards.
 */
export async function survey(
  stored: Stored & { readonly manifest: Manifest },
  surveys: readonly Pick<Survey<unknown>, 'see'>[],
): Promise<void> {
  for (const { registry } of stored.manifest.coverage) {
    for await (const subjects of subjectsOf(registry, stored)) {
      for (const each of surveys) for (const subject of subjects) each.see(subject);
    }
  }
}
