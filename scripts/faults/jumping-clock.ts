/**
 * Loaded before the program (`--import`): a wall clock that jumps back and forth by up to 400 days while it runs.
 *
 * FAULT_CLOCK_SEED decides where it starts and how it jumps. Time that only passes (`performance.now`) is left alone.
 */
import { between, stream } from '../population/random.ts';

const chance = stream(process.env['FAULT_CLOCK_SEED'] ?? '', 'clock');
const HonestDate = Date;
const MOST_MS = 400 * 86_400_000;
const READINGS_BETWEEN_JUMPS = 15;
let readings = 0;
let offsetMs = between(chance, -MOST_MS, MOST_MS);

function nowMs(): number {
  readings += 1;
  if (readings % READINGS_BETWEEN_JUMPS === 0) offsetMs = between(chance, -MOST_MS, MOST_MS);
  return HonestDate.now() + offsetMs;
}

globalThis.Date = new Proxy(HonestDate, {
  construct: (target, args) => Reflect.construct(target, args.length === 0 ? [nowMs()] : args),
  get: (target, key) => (key === 'now' ? nowMs : Reflect.get(target, key)),
});
