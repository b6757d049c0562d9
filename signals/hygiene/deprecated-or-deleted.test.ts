import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, named } from '../../src/testing/subjects.ts';
import { deprecatedOrDeleted } from './deprecated-or-deleted.ts';

describeSignal(deprecatedOrDeleted, {
  context: { asOf: '2026-06-29' },
  fires: {
    deprecated: { on: listed({ status: 'deprecated', statusMessage: 'Moved to quayside/tides' }), citing: '/status' },
    deleted: { on: listed({ status: 'deleted' }), citing: '/status' },
  },
  silent: { active: listed(), 'a status nobody has heard of': listed({ status: 'beta' }) },
  unseen: { 'a name alone': named(), 'a registry without status': listed({ status: null }) },
});
