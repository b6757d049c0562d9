/** Histories that tell by their times, sizes and tags: bursts, silences, gaps, steps back. */
import { type Bench, type Case, draft, packaged, type Pattern, remote, rows, somebody, stranger } from './bench.ts';
import { told } from './rug-pull-releases.ts';

export const rugPullTiming: readonly Pattern[] = [
  {
    pipeline: 'rug-pull',
    pattern: 'version-burst',
    expects: ['rug-pull/version-burst'],
    positive: (bench) =>
      versions(bench, { count: 12 + 2 * bench.nth, hoursApart: 2, note: 'twelve or more versions within 48 hours' }),
    twin: (bench) =>
      bench.nth % 2 === 0
        ? versions(bench, { count: 9, hoursApart: 4, note: 'nine versions within 48 hours' })
        : versions(bench, { count: 14, hoursApart: 160, note: 'as many versions, a week apart' }),
  },
  {
    pipeline: 'rug-pull',
    pattern: 'dormant-revival',
    expects: ['rug-pull/dormant-revival'],
    positive: (bench) => told(afterSilence(bench, true), 'a release by somebody new after 220 days or more'),
    twin: (bench) => told(afterSilence(bench, false), 'the same silence, ended by the same publisher'),
  },
  {
    pipeline: 'rug-pull',
    pattern: 'unpublished-versions',
    expects: ['rug-pull/unpublished-versions'],
    positive: (bench) => withGap(bench, { version: '1.1.1', note: 'a version that lived for days and is gone' }),
    twin: (bench) =>
      bench.nth % 2 === 0
        ? withGap(bench, { version: '1.2.0-beta.1', note: 'a prerelease that is gone' })
        : told(
            steady(bench, { deprecated: 'Broken build, use 1.1.1' }),
            'a bad version that was deprecated and left in place',
          ),
  },
  {
    pipeline: 'rug-pull',
    pattern: 'dist-tag-rollback',
    expects: ['rug-pull/dist-tag-rollback'],
    positive: (bench) => tagged(bench, { latest: '1.0.1' }, '`latest` on a release below the newest of its line'),
    twin: (bench) => tagged(bench, { latest: '1.0.1', next: '1.1.0' }, 'newer releases under a tag of their own'),
  },
  {
    pipeline: 'rug-pull',
    pattern: 'size-jump',
    expects: ['rug-pull/size-jump'],
    positive: (bench) =>
      told(
        steady(bench, { unpackedBytes: 10_400_000 + 90_000 * bench.nth, fileCount: 26 }),
        'ten megabytes more in a patch release',
      ),
    twin: (bench) =>
      bench.nth % 2 === 0
        ? told(steady(bench, { unpackedBytes: 1_130_000, fileCount: 60 }), 'less than five times the size')
        : told(
            steady(bench, { unpackedBytes: 1_190_000 }, { unpackedBytes: 200_000 }),
            'more than five times, but less than a megabyte more',
          ),
  },
  {
    pipeline: 'rug-pull',
    pattern: 'security-holding',
    expects: ['intel/security-holding'],
    positive: held,
    twin(bench) {
      const made = packaged(bench, { leaf: `${bench.word}-holding` }, [{ version: '0.0.1', daysAgo: 60 }]);
      const npm =
        made.npm === undefined ? {} : { npm: { ...made.npm, description: 'Security deposits of a holding company' } };
      return { ...made, ...npm, note: 'first version 0.0.1, a description with the same words' };
    },
  },
];

function versions(bench: Bench, of: { count: number; hoursApart: number; note: string }): Case {
  const server = draft(bench, somebody(bench), {
    leaf: `${bench.word}-tools`,
    remotes: [remote(`https://mcp.${bench.word}.example/mcp`)],
  });
  const startDays = 4 + (of.count * of.hoursApart) / 24;
  const steps = Array.from({ length: of.count }, (_, at) => ({
    version: `1.0.${at}`,
    daysAgo: startDays - (at * of.hoursApart) / 24,
  }));
  return { registry: 'official', server: rows(bench, server, steps), note: of.note };
}

type Facts = NonNullable<NonNullable<Parameters<typeof packaged>[1]>['start']>;

/** Releases three weeks apart; the last one changes. */
function steady(bench: Bench, change: Facts, start: Facts = {}): Case {
  const still = ['1.0.0', '1.0.1', '1.1.0'].map((version, at) => ({ version, daysAgo: 70 - at * 20 }));
  return packaged(bench, { leaf: `${bench.word}-tools`, start }, [...still, { version: '1.1.1', daysAgo: 7, change }]);
}

function afterSilence(bench: Bench, byNewcomer: boolean): Case {
  const { account } = somebody(bench);
  const newcomer = stranger(bench);
  const change = byNewcomer ? { publisher: newcomer, maintainers: [account, newcomer] } : {};
  const silenceDays = 220 + 30 * bench.nth;
  return packaged(bench, { leaf: `${bench.word}-tools` }, [
    { version: '0.3.0', daysAgo: silenceDays + 60 },
    { version: '0.3.1', daysAgo: silenceDays + 10 },
    { version: '0.3.2', daysAgo: 10, change },
  ]);
}

function withGap(bench: Bench, of: { version: string; note: string }): Case {
  const made = packaged(bench, { leaf: `${bench.word}-tools` }, [
    { version: '1.0.0', daysAgo: 60 },
    { version: '1.0.1', daysAgo: 40 },
    { version: '1.1.0', daysAgo: 20 },
  ]);
  const atMs = bench.asOfMs - 5 * 86_400_000;
  const npm = made.npm === undefined ? {} : { npm: { ...made.npm, missing: [{ version: of.version, atMs }] } };
  return { ...made, ...npm, note: of.note };
}

function tagged(bench: Bench, distTags: Readonly<Record<string, string>>, note: string): Case {
  const made = packaged(bench, { leaf: `${bench.word}-tools` }, [
    { version: '1.0.0', daysAgo: 50 },
    { version: '1.0.1', daysAgo: 30 },
    { version: '1.0.2', daysAgo: 12 },
    { version: '1.1.0', daysAgo: 8 },
  ]);
  const server = rows(bench, made.server, [{ version: '1.0.1', daysAgo: 29 }]);
  const npm = made.npm === undefined ? {} : { npm: { ...made.npm, distTags } };
  return { ...made, server, ...npm, note };
}

/** What the registry leaves where it took a package away; the entry still names what was there. */
function held(bench: Bench): Case {
  const made = packaged(bench, { leaf: `${bench.word}-tools`, start: HOLDER }, [
    { version: '0.0.1-security', daysAgo: 3 },
  ]);
  const server = rows(bench, made.server, [{ version: '1.0.3', daysAgo: 20 }]);
  const npm = made.npm === undefined ? {} : { npm: { ...made.npm, description: 'security holding package' } };
  return { ...made, server, ...npm, note: 'the registry put a holding package in the place of the name' };
}

const HOLDER: Facts = { scripts: {}, dependencies: {}, bin: {}, unpackedBytes: 400, fileCount: 2, mcpName: null };
