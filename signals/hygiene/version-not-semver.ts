import { cite } from '../../src/evidence/cite.ts';
import { isSemver } from '../../src/evidence/release-line.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

export const versionNotSemver = defineSignal({
  id: 'hygiene/version-not-semver',
  title: 'Version is not a semantic version',
  role: 'fact',
  family: 'V',
  needs: 'metadata',
  weight: 0,
  rationale: 'The registry orders such versions by date alone, and clients may not see an update as one.',
  falsePositives: "Calendar versions with four parts and Python's post-releases, which are right in their own systems.",
  baseRate: { value: '60 of 11,978 servers', population: 'official registry', date: '2026-06-12' },
  references: [
    'https://semver.org',
    'https://github.com/modelcontextprotocol/registry/blob/main/docs/modelcontextprotocol-io/versioning.mdx',
  ],

  detect({ record }) {
    if (record.version === null) return unseen('the registry gives no version');
    if (isSemver(record.version)) return [];
    return [
      cite(record.place, record.at.version ?? '', {
        statement: 'The version was not a semantic version',
        observed: record.version,
      }),
    ];
  },
});
