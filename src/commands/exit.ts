/** What the process's exit code says; candidates alone never change it. */
export const EXIT = {
  done: 0,
  gateMet: 1,
  usage: 2,
  coverageShort: 3,
  nothingRead: 4,
  bug: 70,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A request that cannot be carried out as it stands; the message says what to do instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** All registries ended without a row; the message says why each did. */
export class NothingReadError extends Error {
  override readonly name = 'NothingReadError';
}
