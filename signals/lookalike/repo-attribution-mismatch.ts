import { cite } from '../../src/evidence/cite.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { Packument } from '../../src/model/release.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { defineSignal, unseen } from '../../src/signal.ts';
import { repositoryPath } from '../../src/text/repository-path.ts';

/**
 * The entry gives one owner's repository as its source, and its package another's.
 *
 * Repositories are compared and never package scopes, which differ from the code's account in 36 % of ordinary entries. Two
 * repositories of one owner are a move or a monorepo. Forks cannot be told here: a fork's package often still names the original.
 */
export const repoAttributionMismatch = defineSignal({
  id: 'lookalike/repo-attribution-mismatch',
  title: 'Its entry and its package name repositories of different owners',
  family: 'P',
  needs: 'package',
  weight: 15,
  rationale: 'One of the two lends a name to what comes from somewhere else.',
  falsePositives: 'Forks that kept the package file of the original, and projects that moved to an organisation.',
  baseRate: {
    value: '1 of 8, a vendor that had moved',
    population: 'popular npm packages that the official registry names',
    date: '2025-12-12',
  },
  references: ['https://github.com/modelcontextprotocol/registry'],

  detect(subject, context: LookalikeContext) {
    const { repository } = subject.record;
    if (repository === null) return unseen('the registry does not say where the source is');
    const stated = repository === 'none' ? null : repositoryPath(repository.url);
    if (stated === null || context.view(subject).owners.length > 0) return [];
    const shown = subject.packuments.flatMap((packument) => shownBy(packument));
    if (shown.length === 0) return unseen('no package says where its source is');
    return shown
      .filter((each) => ownerOf(each.repository) !== ownerOf(stated.repository))
      .map(({ packument, at, written }): Evidence =>
        cite(packument.place, at, {
          statement: `The ${packument.ecosystem} package ${packument.name} gave another owner's repository as its source than the entry did`,
          observed: written,
          expected: stated.repository,
        }),
      );
  },
});

interface Shown {
  readonly packument: Packument;
  readonly repository: string;
  readonly at: string;
  readonly written: string;
}

function shownBy(packument: Packument): readonly Shown[] {
  const latest = packument.releases.at(-1);
  const written = latest?.repository ?? null;
  const path = written === null ? null : repositoryPath(written);
  if (latest === undefined || written === null || path === null) return [];
  // PyPI says it of the project and not of a release.
  const at = packument.ecosystem === 'pypi' ? '/info/project_urls' : `${latest.at}/repository`;
  return [{ packument, repository: path.repository, at, written }];
}

/** `github.com/owner` of `github.com/owner/name`. */
function ownerOf(repository: string): string {
  return repository.slice(0, repository.lastIndexOf('/'));
}
