import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, named } from '../../src/testing/subjects.ts';
import { versionNotSemver } from './version-not-semver.ts';

describeSignal(versionNotSemver, {
  context: { asOf: '2026-06-29' },
  fires: {
    'a word': { on: listed({ version: 'auto' }), citing: '/version' },
    'a v before it': { on: listed({ version: 'v1.6.0' }), citing: '/version' },
    'four parts': { on: listed({ version: '2025.11.17.0704' }), citing: '/version' },
  },
  silent: {
    'a semantic version': listed({ version: '1.0.0-rc.1' }),
    'a calendar in three parts': listed({ version: '2026.8.31' }),
  },
  unseen: { 'a name alone': named(), 'no version': listed({ version: null }) },
});
