import type { IndexedEntry, Lookup } from '../lookup/port.ts';
import { renderChoice } from '../report/card-choice.ts';
import { choiceSaid, notFoundSaid } from '../report/card-words.ts';
import { inert, inertJson } from '../text/inert.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { terminal } from './terminal.ts';

const HINT = 'A package can be named as npm:NAME or pypi:NAME, whether or not a registry lists it.';

interface Question {
  readonly server: string;
  readonly json: boolean;
}

/** Prints the servers that have the name; to standard output, so that a script finds the choices there with --json. */
export function choose(entries: readonly IndexedEntry[], lookup: Lookup | null, { json, server }: Question): ExitCode {
  const snapshot = lookedInto(lookup);
  const choices = entries.map(listed);
  if (json) console.log(inertJson({ query: server, outcome: 'ambiguous', snapshot, choices }, 1));
  else {
    console.log(`"${inert(server)}" ${choiceSaid(choices.length, snapshot)}; name one of them by its id:\n`);
    console.log(renderChoice(choices, terminal()));
  }
  return EXIT.usage;
}

/** Prints what is spelt like a name that no server has, and where was looked: a snapshot that has it not says nothing of others. */
export function unknown(
  { near: entries }: { readonly near: readonly IndexedEntry[] },
  lookup: Lookup | null,
  { json, server }: Question,
): ExitCode {
  const snapshot = lookedInto(lookup);
  const near = entries.map(listed);
  if (json) console.log(inertJson({ query: server, outcome: 'unknown', snapshot, near }, 1));
  else {
    console.log(notFoundSaid(inert(server), near.length, snapshot));
    console.log(near.length > 0 ? `\n${renderChoice(near, terminal())}` : HINT);
  }
  return EXIT.usage;
}

function lookedInto(lookup: Lookup | null): { readonly date: string; readonly origin: string } | null {
  return lookup === null ? null : { date: lookup.manifest.date, origin: lookup.manifest.origin };
}

function listed({ id, title, description }: IndexedEntry): Pick<IndexedEntry, 'id' | 'title' | 'description'> {
  return { id, title, description };
}
