import type { RefObject } from 'preact';
import { TIERS } from '../src/model/candidate.ts';
import { DEPTHS } from '../src/model/depth.ts';
import { inert } from '../src/text/inert.ts';
import { facts, rows } from './data.ts';
import { type Filters, NO_FILTERS } from './filters.ts';

const fired = new Set(rows.flatMap(({ signals }) => signals));
const signals = facts.signals.map(({ id }) => id).filter((id) => fired.has(id));
const brands = [...new Set(rows.flatMap((row) => row.brands))].toSorted();
const registries = facts.seen.byRegistry.map(({ registry }) => registry);

interface FilterBarProps {
  readonly filters: Filters;
  readonly narrow: (change: Partial<Filters>) => void;
  readonly search: RefObject<HTMLInputElement | null>;
}

/** Everything by which the table can be narrowed. */
export function FilterBar({ filters, narrow, search }: FilterBarProps) {
  const isNarrowed = Object.values(filters).some((value) => value !== '');
  return (
    <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <input
        ref={search}
        type="search"
        class="search"
        placeholder="Search names and reasons"
        aria-label="Search"
        value={filters.q}
        onInput={({ currentTarget }) => narrow({ q: currentTarget.value })}
      />
      <Choice
        label="Entries"
        value={filters.scope}
        none="candidates"
        choices={['all']}
        words={{ all: 'all entries' }}
        choose={(scope) => narrow({ scope })}
      />
      <Choice
        label="List"
        value={filters.list}
        none="both lists"
        choices={facts.pipelines.map(({ pipeline }) => pipeline)}
        choose={(list) => narrow({ list })}
      />
      <Choice label="Tier" value={filters.tier} none="any tier" choices={TIERS} choose={(tier) => narrow({ tier })} />
      <Choice
        label="Registry"
        value={filters.registry}
        none="any registry"
        choices={registries}
        choose={(registry) => narrow({ registry })}
      />
      <Choice
        label="Signal"
        value={filters.signal}
        none="any signal"
        choices={signals}
        choose={(signal) => narrow({ signal })}
      />
      <Choice
        label="Depth"
        value={filters.depth}
        none="any depth"
        choices={DEPTHS}
        choose={(depth) => narrow({ depth })}
      />
      {brands.length > 0 && (
        <Choice
          label="Brand"
          value={filters.brand}
          none="any brand"
          choices={brands}
          choose={(brand) => narrow({ brand })}
        />
      )}
      <Choice
        label="Verdict"
        value={filters.verdict}
        none="any verdict"
        choices={['none', 'confirmed', 'dismissed']}
        words={{ none: 'no verdict yet' }}
        choose={(verdict) => narrow({ verdict })}
      />
      <input
        type="text"
        class="publisher"
        placeholder="Publisher"
        aria-label="Publisher"
        value={filters.publisher}
        onInput={({ currentTarget }) => narrow({ publisher: currentTarget.value })}
      />
      {isNarrowed && (
        <button type="button" onClick={() => narrow(NO_FILTERS)}>
          Clear
        </button>
      )}
    </form>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  /** What no choice is called. */
  readonly none: string;
  readonly choices: readonly string[];
  readonly words?: Readonly<Record<string, string>>;
  readonly choose: (value: string) => void;
}

function Choice({ label, value, none, choices, words = {}, choose }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      class={value === '' ? undefined : 'set'}
      value={value}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    >
      <option value="">{none}</option>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {words[choice] ?? inert(choice, 100)}
        </option>
      ))}
    </select>
  );
}
