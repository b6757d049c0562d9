/**
 * Brands that names speak of, and the vendors' own entries of the official registry; the data with its sources is brands.json.
 *
 * Names, namespaces, repositories, packages and remotes of vendors are facts. Everything else that is printed about these
 * entries (versions, descriptions, dates) is invented and neutral.
 */
import data from './brands.json' with { type: 'json' };
import type { Weighted } from './random.ts';

export interface Vendor {
  readonly brand: string;
  readonly display: string;
  /** As in the official registry. */
  readonly name: string;
  readonly repository: string | null;
  readonly npm: string | null;
  readonly pypi: string | null;
  readonly remote: string | null;
}

/** Brand words of community entries, by how often each was seen as a leaf or in one. */
export const BRAND_WORDS: Weighted<string> = [['google', 0], ...Object.entries(data.words)];
export const VENDORS: readonly Vendor[] = data.vendors;

/** The vendor of a brand that has an entry above. Throws for others: the planted cases name only such. */
export function vendorOf(brand: string): Vendor {
  const found = VENDORS.find((each) => each.brand === brand);
  if (found === undefined) throw new Error(`"${brand}" is no vendor of brands.json`);
  return found;
}
