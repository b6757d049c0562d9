import { beside, inSameFunction } from '../../src/evidence/source-beside.ts';
import type { Held } from '../../src/evidence/source-arrivals.ts';
import { filesOf, runs, type Step } from '../../src/evidence/source-steps.ts';
import type { FactKind } from '../../src/model/source.ts';
import type { HostKind } from '../../src/text/host-kinds.ts';
import { isBundledIn } from './bundled-in.ts';
import { hiddenSpelling } from './hidden-spelling.ts';
import { isOrdinary, type Destination } from './known-hosts.ts';
import type { OwnNames } from './own-names.ts';
import { secretBeside, secretLabel } from './secrets-beside.ts';

/** A host in one place of a release. */
export interface AskedHost {
  readonly step: Step;
  readonly own: OwnNames;
  readonly held: Held;
  readonly destination: Destination;
  /** Whether the host came with this release, and not with one of the four before it. */
  readonly isNews: boolean;
}

/** What makes a new host worth a look; `note` completes "came to ask the host …". */
export interface Weighty {
  readonly case: 'anybodys-service' | 'hidden-spelling' | 'runs-what-it-fetches' | 'beside-secrets' | 'quiet-file';
  readonly note: string;
}

/** Where anybody receives what is sent, or leaves what is fetched, without being known. */
const ANYBODYS: ReadonlySet<HostKind> = new Set([
  'paste',
  'webhook',
  'tunnel',
  'dynamic-dns',
  'file-drop',
  'dns-exfiltration',
]);
const ASKING: readonly FactKind[] = ['request', 'socket', 'process'];
const RUNNING: readonly FactKind[] = ['process', 'execution', 'decoded-execution'];

/** The heaviest thing that is to be said of a host in one place; null where it is only a host. */
export function weightyHost(asked: AskedHost): Weighty | null {
  const { step, held, destination, isNews } = asked;
  if (isNews) {
    const spelling = hiddenSpelling(held.fact);
    if (spelling !== null) return { case: 'hidden-spelling', note: `, written as ${spelling}` };
    if (isAnybodys(destination) && isAsked(held)) return { case: 'anybodys-service', note: ` (${destination.kind})` };
  }
  if (isOrdinary(destination) || isBundledIn(step, held.file)) return null;
  if (isNews && runsWhatItFetches(held)) {
    return { case: 'runs-what-it-fetches', note: ', writes a file and starts a process in one function' };
  }
  const secret = secretBeside({ ...asked, isAsked: isAsked(held) });
  if (secret !== null) return { case: 'beside-secrets', note: ` where it reads ${secretLabel(secret)}` };
  return isNews && isQuietFile(asked) ? { case: 'quiet-file', note: ' in a file that asked nobody before' } : null;
}

/** A host where nobody is known, by what it is for. */
export function isAnybodys({ kind }: Destination): boolean {
  return ANYBODYS.has(kind);
}

/** A URL in a text is only named; one in a call, or beside a call whose destination is not constant, is asked. */
export function isAsked({ file, fact }: Held): boolean {
  return fact.kind !== 'address' || beside(file, fact, ASKING) !== null;
}

/** Near a call that starts or executes something. */
export function isBesideRunning({ file, fact }: Held): boolean {
  return beside(file, fact, RUNNING) !== null;
}

/** Asked, written and started in one function: a second stage. */
export function runsWhatItFetches({ file, fact }: Held): boolean {
  if (fact.kind !== 'request') return false;
  return inSameFunction(file, fact, ['file-write']) !== null && inSameFunction(file, fact, RUNNING) !== null;
}

/** The file was there, did something else, and asked nobody. */
function isQuietFile({ step: { before }, held: { file, fact } }: AskedHost): boolean {
  if (before === null || fact.kind !== 'request') return false;
  const was = filesOf(before).find((each) => each.path === file.path && runs(each));
  return was !== undefined && was.facts.every(({ kind }) => kind !== 'request' && kind !== 'socket');
}
