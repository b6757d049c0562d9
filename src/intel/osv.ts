/**
 * Where the public records are: the bucket of osv.dev, which everybody may GET (https://google.github.io/osv.dev/data/).
 *
 * Its API answers queries to POST only, so that a program which never sends anything reads its lists instead.
 */
export const osv = {
  id: 'osv',
  title: 'OSV',
  baseUrl: 'https://osv-vulnerabilities.storage.googleapis.com',
  pace: { concurrency: 8, requestsPerSecond: 20 },
} as const;

export interface OsvEcosystem {
  /** As entries name it. */
  readonly id: string;
  /** As the bucket's folders do. */
  readonly folder: string;
}

/** Those whose packages MCP servers are published as. */
export const OSV_ECOSYSTEMS: readonly OsvEcosystem[] = [
  { id: 'npm', folder: 'npm' },
  { id: 'pypi', folder: 'PyPI' },
];

/** Of the many ids of an ecosystem, those of malicious packages. */
export const MALICIOUS_ID = /^MAL-\d{4}-\d{1,10}$/;

/** All records of an ecosystem as files of one zip. */
export function archiveUrl(baseUrl: string, { folder }: OsvEcosystem): string {
  return `${baseUrl}/${folder}/all.zip`;
}

/** `<modified>,<id>` for each record, the one modified last first. */
export function changesUrl(baseUrl: string, { folder }: OsvEcosystem): string {
  return `${baseUrl}/${folder}/modified_id.csv`;
}

export function recordUrl(baseUrl: string, { folder }: OsvEcosystem, id: string): string {
  return `${baseUrl}/${folder}/${id}.json`;
}
