import type { StoredPackage } from '../model/snapshot.ts';
import type { Ecosystem } from '../packages/port.ts';
import { choice, type Chosen, type NamedPackage, versionsOf } from './choice.ts';
import { historyReasons, type Mentions } from './priority.ts';

export interface ChoiceSettings {
  /** Releases to read beside those of named packages. */
  readonly budget: number;
  /** Packages whose archives are read in any case; those that no entry names are left out. */
  readonly named: readonly NamedPackage[];
  /** When the histories were read, for what is fresh. */
  readonly asOfMs: number;
}

/** Decides which packages' archives are read, while their histories pass. */
export interface Chooser {
  consider(ecosystem: Ecosystem, stored: StoredPackage & { readonly outcome: 'read' }): void;
  considered(): number;
  /** Named packages first, by purl, then what the budget allows. */
  chosen(): readonly Chosen[];
}

export function chooser({ budget, named, asOfMs }: ChoiceSettings, mentioned: Mentions): Chooser {
  const offers = choice();
  const ofNamed = new Map<string, Chosen>();
  return {
    consider(ecosystem, stored) {
      const packument = ecosystem.read(stored);
      const { purl, name } = packument;
      const asked = named.find((each) => each.ecosystem === ecosystem.id && each.name === name);
      const versions = asked === undefined ? null : versionsOf(packument, asked.version);
      if (versions === null) {
        const reasons = [...historyReasons(packument, asOfMs), ...mentioned.of(purl)];
        offers.add({ ecosystem: ecosystem.id, packument, reasons });
      } else ofNamed.set(purl, { ecosystem: ecosystem.id, purl, versions, reasons: ['named for it'] });
    },
    considered: () => offers.size() + ofNamed.size,
    chosen: () => [...[...ofNamed.values()].toSorted((a, b) => (a.purl < b.purl ? -1 : 1)), ...offers.within(budget)],
  };
}
