import { z } from 'zod';
import type { Json } from '../../model/place.ts';
import { bounded, each, members } from '../../packages/cut.ts';

/** https://docs.github.com/en/rest/repos/repos#get-a-repository; what is not sure may be anything, and is then not said. */
export const Repository = z.looseObject({
  id: z.int().nonnegative(),
  full_name: z.string().regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/),
});
export type Repository = z.infer<typeof Repository>;

/** https://docs.github.com/en/rest/users/users#get-a-user */
export const Account = z.looseObject({ id: z.int().nonnegative(), login: z.string().min(1).max(100) });

/** https://docs.github.com/en/rest/repos/repos#list-repository-tags */
export const Tags = z.array(z.looseObject({ name: z.string() }));

const account = members({ login: bounded, id: bounded, type: bounded });
const origin = members({ id: bounded, full_name: bounded, owner: account });

export const cutRepository = members({
  id: bounded,
  full_name: bounded,
  owner: account,
  fork: bounded,
  parent: origin,
  source: origin,
  created_at: bounded,
  pushed_at: bounded,
  archived: bounded,
  stargazers_count: bounded,
  license: members({ spdx_id: bounded }),
});

export const cutAccount = members({ login: bounded, id: bounded, type: bounded, created_at: bounded });

const tag = members({ name: bounded, commit: members({ sha: bounded }) });

/** Items keep their places, so that a pointer into what is kept is one into what came. */
export function cutTags(page: unknown): Json | undefined {
  return each(tag)(page);
}
