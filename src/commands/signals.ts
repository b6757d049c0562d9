import { catalogue } from '../../signals/index.ts';
import { declarationOf, heaviest, type SignalDeclaration } from '../signal.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';

export interface SignalsOptions {
  readonly id?: string | undefined;
  readonly json: boolean;
}

/** Prints the catalogue in reading order, or one signal with all that its declaration says. */
export function signals({ id, json }: SignalsOptions): ExitCode {
  const chosen = id === undefined ? catalogue : catalogue.filter((each) => each.id === id);
  const [first] = chosen;
  if (first === undefined) {
    throw new UsageError(
      `there is no signal "${id}". "registry-audit signals" lists the ${catalogue.length} there are.`,
    );
  }
  if (json) console.log(JSON.stringify(id === undefined ? chosen.map(declarationOf) : declarationOf(first), null, 1));
  else console.log(id === undefined ? list(chosen) : explain(first));
  return EXIT.done;
}

function list(chosen: readonly SignalDeclaration[]): string {
  const width = Math.max(...chosen.map(({ id }) => id.length));
  return chosen
    .map(
      (signal) =>
        `${signal.id.padEnd(width)}  ${points(signal).padStart(9)}  ${signal.needs.padEnd(8)}  ${signal.title}`,
    )
    .join('\n');
}

function points(signal: SignalDeclaration): string {
  if (signal.role === 'fact') return 'fact';
  const most = heaviest(signal);
  const range = most === signal.weight ? `${most}` : `${signal.weight} to ${most}`;
  return signal.role === 'clears' ? `-${range} %` : range;
}

function explain(signal: SignalDeclaration): string {
  const { id, title, family, needs, rationale, falsePositives, baseRate, references, cases = {} } = signal;
  return [
    id,
    `  ${title}`,
    '',
    `  weight            ${points(signal)}`,
    ...Object.entries(cases).map(([name, { weight, when }]) => `                    ${weight} when ${when} (${name})`),
    `  family            ${family}`,
    `  needs depth       ${needs}`,
    `  base rate         ${baseRate === null ? 'none published' : `${baseRate.value}: ${baseRate.population}, ${baseRate.date}`}`,
    '',
    `  Why               ${rationale}`,
    `  When innocent     ${falsePositives}`,
    `  References        ${references.join('; ')}`,
  ].join('\n');
}
