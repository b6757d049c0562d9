import type { IntelContext } from '../../src/intel/port.ts';
import type { Signal } from '../../src/signal.ts';
import { disputedListing } from './disputed-listing.ts';
import { knownMalicious } from './known-malicious.ts';
import { securityHolding } from './security-holding.ts';

/** Shared by the pipelines, each of which asks them of the lists that were loaded. */
export const intelSignals: readonly Signal<IntelContext>[] = [knownMalicious, securityHolding, disputedListing];

/** Those of lists. */
export const recordSignals: readonly Signal<IntelContext>[] = [knownMalicious, disputedListing];
