/** A figure that somebody published about a scanner. */
export interface PublishedFigure {
  readonly system: string;
  readonly figure: string;
  /** Where it was published, and the date as far as it is known. */
  readonly source: string;
}

/** Others measured other things on other populations: nothing here is a ranking. */
export const PUBLISHED: readonly PublishedFigure[] = [
  {
    system: 'mcp-registry-audit in Python, the article this project starts from',
    figure:
      '34,353 entries of five registries, no source-readable malicious server found; no precision, recall or throughput',
    source: 'snapshot of 2026-06-29',
  },
  {
    system: 'pkgdelta, differential npm scanner',
    figure:
      '92.7 % macro recall over 16 campaigns of 2026 held out, 1 false alarm in 3,457 updates; 49 of 53 releases of a later worm',
    source: 'thejusdutt/pkgdelta, 2026',
  },
  {
    system: 'GuardDog on those 53 releases',
    figure: '53.2 % macro recall at 0.93 % false alarms',
    source: 'thejusdutt/pkgdelta, 2026',
  },
  {
    system: 'GuardDog on standalone packages',
    figure: 'F1 93.3 %',
    source: 'arXiv 2603.27549, 2026-03',
  },
  {
    system: 'Cisco mcp-scanner',
    figure: '95.7 % recall on its own set, no false-alarm figure; 7 of 7 HIGH findings false in one report',
    source: 'survey of autumn 2026',
  },
  {
    system: 'ConfuGuard, package confusion',
    figure: 'false positives 80 to 28 % and 77 to 13 %, by a filter on metadata after the distance',
    source: 'arXiv 2502.20528, 2025-02',
  },
  {
    system: 'MCP scanners by regular expressions',
    figure: 'about 78 % false positives; MCP scanners average 45.5 % precision',
    source: 'independent audit, 2026-04',
  },
];
