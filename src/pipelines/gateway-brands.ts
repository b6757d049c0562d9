import type { PackageReference } from '../model/entry.ts';
import type { BrandWord } from './brand-aliases.ts';
import { type AnySubject, brandOwners } from './brand-owners.ts';
import { type BrandWords, brandWords } from './brand-words.ts';
import type { Brand, Protected } from './brands.ts';

/** What gateways have to do with brands: who is named, who publishes, whose host it is, whose secret it is. */
export interface BrandReader {
  /** Brands that an entry's names have, each once, its publisher's own among them. */
  named(subject: AnySubject): readonly BrandWord[];
  /** Brands whose vendor publishes it. */
  publishing(subject: AnySubject): readonly Brand[];
  /** Brands that own a host. */
  owning(host: string): readonly Brand[];
  /** Whose a field is: its own name says most, else the entry's only brand, for which a field without a brand is asked. */
  whose(field: string, host: string | null, named: readonly BrandWord[]): Whose;
}

/** Whose an input is, and whether the host it leads to is theirs. */
export interface Whose {
  readonly brand: Brand | null;
  readonly brandFrom: 'field' | 'entry' | null;
  /** null where brand or host is not known. */
  readonly toBrand: boolean | null;
}
export function brandReader({
  brands,
  dictionary,
  sharedHosts,
}: Pick<Protected, 'brands' | 'dictionary' | 'sharedHosts'>): BrandReader {
  const words = brandWords(brands, dictionary);
  const owners = brandOwners(brands, sharedHosts);
  const byDomain = Map.groupBy(
    brands.flatMap((brand) => [...brand.domains, ...brand.remoteHosts].map((domain) => ({ domain, brand }))),
    ({ domain }) => domain,
  );
  return {
    named: (subject) => namedIn(subject, words),
    publishing: (subject) => owners.of(subject),
    // Looked up label by label: a hundred brands are not asked about every host.
    owning(host) {
      const found: Brand[] = [];
      for (let rest = host; ;) {
        for (const { brand } of byDomain.get(rest) ?? []) {
          if (owners.ownsHost(brand, host) && !found.includes(brand)) found.push(brand);
        }
        const dot = rest.indexOf('.');
        if (dot < 0) return found;
        rest = rest.slice(dot + 1);
      }
    },
    whose(field, host, named) {
      const [ofField] = words.distinctiveIn(field);
      const ofEntry = named.length === 1 ? named[0] : undefined;
      const brand = (ofField ?? ofEntry)?.brand ?? null;
      if (brand === null) return { brand, brandFrom: null, toBrand: null };
      const toBrand = host === null ? null : owners.ownsHost(brand, host);
      return { brand, brandFrom: ofField === undefined ? 'entry' : 'field', toBrand };
    },
  };
}

function namedIn(subject: AnySubject, words: BrandWords): readonly BrandWord[] {
  const { entry } = subject;
  const texts = [entry.leaf, entry.title];
  if ('record' in subject) {
    texts.push(subject.record.title);
    for (const reference of subject.record.packages ?? []) texts.push(packageName(reference));
  }
  const found: BrandWord[] = [];
  for (const text of texts) {
    if (text === null || text === '') continue;
    for (const word of words.read(text).named) {
      if (!found.some(({ brand }) => brand === word.brand)) found.push(word);
    }
  }
  return found;
}

/** Images go by the last part of their path; addresses of bundles are no names. */
function packageName({ ecosystem, identifier }: PackageReference): string | null {
  if (ecosystem === 'mcpb') return null;
  return ecosystem === 'oci'
    ? (identifier.slice(identifier.lastIndexOf('/') + 1).split(/[:@]/, 1)[0] ?? null)
    : identifier;
}
