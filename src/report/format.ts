/** What a scan writes, as `--format` names it; all unless some are named. A test holds it equal to the writers' table. */
export const FORMATS = ['md', 'html', 'json', 'csv', 'sarif'] as const;
export type Format = (typeof FORMATS)[number];
