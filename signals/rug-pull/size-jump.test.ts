import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, packaged, release } from '../../src/testing/subjects.ts';
import { sizeJump } from './size-jump.ts';

const of = (version: string, totalBytes: number | null) => release(version, { totalBytes });

describeSignal(sizeJump, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'five times as much and a million more': {
      on: packaged(of('1.0.0', 250_000), of('1.0.1', 1_250_000)),
      citing: ['/versions/1.0.1/dist/unpackedSize'],
    },
    'a bundle of ten megabytes': {
      on: packaged(of('1.0.0', 300_000), of('1.0.1', 10_300_000)),
      citing: '/versions/1.0.1/dist/unpackedSize',
    },
  },
  silent: {
    'a byte less than five times': packaged(of('1.0.0', 250_000), of('1.0.1', 1_249_999)),
    'five times but less than a million more': packaged(of('1.0.0', 249_999), of('1.0.1', 1_249_995)),
    'each line has its own size': packaged(
      of('1.0.0', 10_000),
      of('1.0.1', 10_000),
      of('1.1.0', null),
      of('1.0.2', 10_001),
    ),
    'one release, and no more': packaged(of('1.0.0', 10_300_000)),
    'lines published in turns': packaged(
      of('1.0.0', 9_000_000),
      of('2.0.0', 10_000),
      of('1.0.1', 9_000_000),
      of('2.0.1', 10_000),
    ),
  },
  unseen: {
    'a registry entry alone': listed(),
    'no sizes': packaged(of('1.0.0', null), of('1.0.1', null)),
    'the size of all but the newest': packaged(of('1.0.0', 250_000), of('1.0.1', 260_000), of('1.0.2', null)),
    'the size of one release of two': packaged(of('1.0.0', null), of('1.0.1', 10_300_000)),
  },
});
