import { npm } from './npm/index.ts';
import type { Ecosystem } from './port.ts';
import { pypi } from './pypi/index.ts';

/** The ecosystems whose release histories are read, in the order in which they are shown. */
export const ecosystems: readonly Ecosystem[] = [npm, pypi];
