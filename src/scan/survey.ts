import type { Survey } from '../pipelines/port.ts';
import type { ScanInput } from './run.ts';

/**
 * Shows every entry of a snapshot to those that have to know entries of each other, once for all of them, before any is judged.
 *
 * What they learn is asked of them afterwards.
 */
export async function survey(
  { manifest, entriesOf, subjectOf }: Pick<ScanInput, 'manifest' | 'entriesOf' | 'subjectOf'>,
  surveys: readonly Pick<Survey<unknown>, 'see'>[],
): Promise<void> {
  for (const { registry } of manifest.coverage) {
    for await (const stored of entriesOf(registry)) {
      const subject = subjectOf(registry, stored.parse());
      for (const each of surveys) each.see(subject);
    }
  }
}
