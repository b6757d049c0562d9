/** The package-url of one release. The version is escaped whole, so that the last @ always parts it from its package. */
export function releasePurl(purl: string, version: string): string {
  return `${purl}@${encodeURIComponent(version.toWellFormed())}`;
}
