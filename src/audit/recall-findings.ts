import type { IntelIndex } from '../intel/port.ts';
import { recallsOf } from '../intel/recalls.ts';
import type { Packument } from '../model/release.ts';
import { packageSubject } from '../scan/package-subject.ts';
import type { Said } from './said.ts';

export interface RecallQuestion {
  readonly ecosystem: string;
  readonly name: string;
  /** The version in use; null where it is not known. */
  readonly version: string | null;
  /** null where its history was not read. */
  readonly packument: Packument | null;
  readonly asOf: string;
}

/** What recall lists and the package's own registry say against the version in use. */
export function recallFindings(question: RecallQuestion, intel: IntelIndex): readonly Said[] {
  return [...listed(question, intel), ...ofRegistry(question)];
}

function listed({ ecosystem, name, version }: RecallQuestion, intel: IntelIndex): readonly Said[] {
  const what = `${ecosystem}:${name}${version === null ? '' : `@${version}`}`;
  return intel.find({ ecosystem, name, version }).flatMap(({ record, standing, doubt, date }): readonly Said[] => {
    const where = `${record.id} as of ${date}`;
    if (standing.stands === 'elsewhere') {
      return [
        said(
          'recalled/other-version',
          'note',
          `${where} lists other versions of ${ecosystem}:${name}, not the one in use`,
        ),
      ];
    }
    if (standing.stands === 'withdrawn') {
      return [said('recalled/withdrawn-record', 'note', `${what} was named in ${record.id}, which was withdrawn`)];
    }
    if (standing.stands === 'undetermined') {
      return [
        said(
          'recalled/undetermined',
          'note',
          `${what} is named in ${where}; whether this version is meant cannot be told: ${standing.reason}`,
        ),
      ];
    }
    if (doubt !== null) {
      return [
        said(
          'recalled/disputed',
          'note',
          `${what} is listed in ${where} (${standing.range}), which is disputed: ${doubt.why}`,
        ),
      ];
    }
    return [said('recalled/listed', 'error', `${what} is listed in ${where} (${standing.range})`)];
  });
}

/** Its registry's own words: held, unpublished, yanked, deprecated, or gone. */
function ofRegistry({ version, packument, asOf }: RecallQuestion): readonly Said[] {
  if (packument === null) return [];
  const release = packument.releases.find((each) => each.version === version);
  const asked = { packument, releases: [], version: release === undefined ? null : release.version };
  const { recalls } = recallsOf(packageSubject(asked), { asOf, intel: null });
  const own = recalls.flatMap(({ kind, statement }): readonly Said[] => {
    if (kind === 'name-held') return [said('recalled/held', 'error', statement)];
    if (kind === 'unpublished') return [said('recalled/unpublished', 'error', statement)];
    if (kind === 'release-yanked') return [said('recalled/yanked', 'warning', statement)];
    if (kind !== 'release-deprecated') return [];
    const words = release?.deprecated ?? '';
    return [
      said('recalled/deprecated', 'warning', words === '' ? statement : `${statement}: “${words.slice(0, 200)}”`),
    ];
  });
  // A mirror may never have had it; one that was published and is gone still has its time.
  const isGone = packument.missing?.some((each) => each.version === version) ?? false;
  if (!isGone || packument.unpublishedAt !== null) return own;
  return [
    ...own,
    said(
      'recalled/missing',
      'warning',
      `Version ${version} of ${packument.name} was published and is gone from its registry`,
    ),
  ];
}

function said(rule: string, level: Said['level'], statement: string): Said {
  return { rule, level, statement };
}
