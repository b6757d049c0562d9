import type { EntryId, RegistryId } from '../model/entry.ts';
import type { CredentialField, StructureRule } from '../model/gateway.ts';
import type { ListedMatch } from './gateway-listed.ts';
import { isDomain, type UnitKey } from './gateway-units.ts';

/** What is kept of an entry: strings and numbers, since a population may have a million. */
export interface GatewayRow {
  readonly id: EntryId;
  readonly registry: RegistryId;
  readonly publisher: UnitKey | null;
  readonly hosts: readonly UnitKey[];
  /** Of these, the ones that are a brand's own. */
  readonly vendors: readonly UnitKey[];
  /** Names of brands that are neither the publisher's nor the hosts'. */
  readonly brands: readonly string[];
  readonly shapes: readonly string[];
  readonly listed: readonly RowMatch[];
  readonly credentials: readonly Omit<CredentialField, 'entries'>[];
  readonly packages: boolean | null;
  readonly repository: boolean | null;
}

/** `own`: the host or account that the list says is the gateway's; null where an entry only leads to its code. */
export interface RowMatch extends Pick<ListedMatch, 'gateway' | 'by'> {
  readonly own: UnitKey | null;
}

/**
 * From how many on a host or publisher counts as one: 31 of 7,447 domains had 20 servers or more, which were 27 % of all remotes
 * (official registry, 2026-08-05); 11 of 7,207 namespaces spanned four brands, which were 35 % of all brand names under somebody
 * else's namespace (2026-06-12).
 */
export const STRUCTURE_THRESHOLDS: Readonly<Record<StructureRule, number>> = {
  brands: 4,
  servers: 20,
  connectors: 4,
  templates: 5,
  portfolio: 4,
};
/** Fewer entries than this are nobody's structure. */
const LEAST_ENTRIES = Math.min(...Object.values(STRUCTURE_THRESHOLDS));
/** Among hundreds, four of one shape are chance. */
const LEAST_SHARE = 0.1;
/** Of what an organisation publishes, so much is named after brands of others where it is in nothing but connectors. */
const PORTFOLIO_SHARE = 0.75;
/** Connectors to one brand are a specialist's. */
const PORTFOLIO_BRANDS = 2;
/** Entries of one shape that are a template. */
const LEAST_OF_A_SHAPE = Math.min(STRUCTURE_THRESHOLDS.connectors, STRUCTURE_THRESHOLDS.templates);

/** What stands behind one host or account. */
export interface Structure {
  readonly unit: UnitKey;
  readonly rows: readonly GatewayRow[];
  /** Entries in the registry that lists most of them: registries list the same servers. */
  readonly servers: number;
  readonly brands: ReadonlySet<string>;
  /** Shapes that at least four entries of one registry have and a tenth of all, and how many do. */
  readonly shapes: ReadonlyMap<string, number>;
  /** The rules that hold; empty for nearly every host and account. */
  readonly rules: readonly { readonly rule: StructureRule; readonly measured: number }[];
}

/**
 * Whether a host or publisher stands between users and services of others, by what is behind it.
 *
 * A vendor's own host or account is one only where it spans brands of others. null where so few entries are behind it that no rule
 * can hold.
 */
export function structureOf(unit: UnitKey, rows: readonly GatewayRow[]): Structure | null {
  if (rows.length < LEAST_ENTRIES) return null;
  const servers = mostInOneRegistry(rows);
  const brands = new Set(rows.flatMap((row) => row.brands));
  const templated = templatedShapes(rows);
  const isVendors = rows.filter(({ vendors }) => vendors.includes(unit)).length * 2 >= rows.length;
  const most = (shapes: readonly Templated[]) => (isVendors ? 0 : Math.max(0, ...shapes.map(({ entries }) => entries)));
  const measured: Readonly<Record<StructureRule, number>> = {
    brands: brands.size,
    servers: isVendors ? 0 : servers,
    connectors: most(templated.filter(isForBrands)),
    templates: most(templated.filter(({ all }) => all * 2 >= rows.length)),
    portfolio: isVendors || brands.size < PORTFOLIO_BRANDS ? 0 : portfolio(unit, rows),
  };
  return {
    unit,
    rows,
    servers,
    brands,
    shapes: new Map(
      templated.filter(({ all }) => all >= rows.length * LEAST_SHARE).map(({ shape, entries }) => [shape, entries]),
    ),
    rules: RULES.filter((rule) => measured[rule] >= STRUCTURE_THRESHOLDS[rule]).map((rule) => ({
      rule,
      measured: measured[rule],
    })),
  };
}

const RULES: readonly StructureRule[] = ['brands', 'servers', 'connectors', 'templates', 'portfolio'];

/** Entries by registry, in the order of registry ids. */
export function byRegistry(rows: readonly GatewayRow[]): readonly { registry: RegistryId; entries: number }[] {
  return [...Map.groupBy(rows, ({ registry }) => registry)]
    .map(([registry, those]) => ({ registry, entries: those.length }))
    .toSorted((a, b) => (a.registry < b.registry ? -1 : 1));
}

export function mostInOneRegistry(rows: readonly GatewayRow[]): number {
  return Math.max(0, ...byRegistry(rows).map(({ entries }) => entries));
}

/**
 * Entries named after brands of others, where they are nearly all that stands behind a domain; else 0. Accounts are left out:
 * whoever writes four connectors for fun has a login, and a domain is an organisation's.
 */
function portfolio(unit: UnitKey, rows: readonly GatewayRow[]): number {
  if (!isDomain(unit)) return 0;
  const branded = rows.filter(({ brands }) => brands.length > 0);
  return branded.length >= rows.length * PORTFOLIO_SHARE ? mostInOneRegistry(branded) : 0;
}

interface Templated {
  readonly shape: string;
  readonly entries: number;
  /** Of all entries of this shape, those named after a brand of others. */
  readonly branded: number;
  readonly all: number;
}

function templatedShapes(rows: readonly GatewayRow[]): readonly Templated[] {
  const groups = new Map<string, GatewayRow[]>();
  for (const row of rows) {
    for (const shape of row.shapes) {
      const known = groups.get(shape);
      if (known === undefined) groups.set(shape, [row]);
      else known.push(row);
    }
  }
  return [...groups].flatMap(([shape, those]) => {
    if (those.length < LEAST_OF_A_SHAPE) return [];
    const entries = mostInOneRegistry(those);
    if (entries < LEAST_OF_A_SHAPE) return [];
    const branded = those.filter(({ brands }) => brands.length > 0).length;
    return [{ shape, entries, branded, all: those.length }];
  });
}

function isForBrands({ branded, all }: Templated): boolean {
  return branded * 2 >= all;
}
