import { MAX_RATIO, MAX_UNPACKED_BYTES, RATIO_COUNTS_FROM_BYTES } from './bounds.ts';
import type { Irregularities } from './irregularities.ts';

/** Whether so much was unpacked that reading has to stop, which is said. */
export function isTooLarge(unpackedBytes: number, archiveBytes: number, found: Irregularities): boolean {
  if (unpackedBytes > MAX_UNPACKED_BYTES) {
    found.add('too-large', '', `It unpacks to more than ${MAX_UNPACKED_BYTES} bytes, and the rest was not read.`);
    return true;
  }
  if (unpackedBytes <= RATIO_COUNTS_FROM_BYTES || unpackedBytes <= archiveBytes * MAX_RATIO) return false;
  found.add('too-large', '', `It unpacks to more than ${MAX_RATIO} times its size, and the rest was not read.`);
  return true;
}
