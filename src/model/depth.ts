/** How much of an entry was observed. Each depth includes the ones before it. */
export const DEPTHS = ['name', 'metadata', 'package', 'source'] as const;
export type Depth = (typeof DEPTHS)[number];
