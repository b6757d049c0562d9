import type { RepositoriesWanted } from '../capture/repositories.ts';
import { codeHosts } from '../repositories/index.ts';
import type { CaptureSettings } from './capture-run.ts';
import { UsageError } from './exit.ts';
import type { Source } from './sources.ts';

/** With GITHUB_TOKEN: some 600 of the 5,000 requests that an hour has. */
const DEFAULT_REPOSITORIES = 200;

type Wanted = Pick<CaptureSettings, 'repositories' | 'depth'>;

/** Throws UsageError for a number that is none, and for one at a depth that has no packages to ask about. */
export function checkRepositories({ repositories, depth }: Wanted): void {
  if (repositories === undefined) return;
  if (!Number.isSafeInteger(repositories) || repositories < 0)
    throw new UsageError('--repositories has to be a whole number of repositories, such as 300.');
  if (repositories > 0 && depth !== 'source')
    throw new UsageError('--repositories asks about the packages whose archives are read, so it needs --depth source.');
}

/** Without a key an hour has sixty requests, and a repository takes two or three: then only who asks for it gets it. */
export function repositoriesWanted(
  { repositories, depth }: Wanted,
  asked: ReadonlyMap<string, Source>,
): RepositoriesWanted | null {
  const isKeyed = codeHosts.every(({ id }) => asked.get(id)?.keyed === true);
  const budget = repositories ?? (isKeyed ? DEFAULT_REPOSITORIES : 0);
  if (depth !== 'source' || budget === 0) return null;
  return { budget, baseUrlOf: ({ id, baseUrl }) => asked.get(id)?.baseUrl ?? baseUrl };
}
