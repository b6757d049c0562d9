export type SnapshotErrorCode =
  | 'NOT_FOUND'
  | 'UNFINISHED'
  | 'DAMAGED'
  | 'UNSUPPORTED_VERSION'
  | 'UNWRITABLE'
  | 'BUSY'
  | 'EXISTS';

/** A snapshot that cannot be used as it is; the message says what to do about it. */
export class SnapshotError extends Error {
  readonly code: SnapshotErrorCode;

  constructor(code: SnapshotErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'SnapshotError';
    this.code = code;
  }
}

/** A line or file that is not what the manifest or the format says; `path` is relative to the snapshot's folder. */
export function damaged(folder: string, path: string, what: string, cause?: unknown): SnapshotError {
  return new SnapshotError(
    'DAMAGED',
    `The snapshot in "${folder}" is damaged: ${path}: ${what}. Fetch it again, or capture that date anew into another folder.`,
    cause,
  );
}

/** What the operating system said on the way to writing, as an error that says what to do; other errors come back as they are. */
export function unwritable(folder: string, error: unknown): unknown {
  if (!isSystemError(error)) return error;
  return new SnapshotError('UNWRITABLE', `Cannot write in "${folder}": ${remedyFor(error)}.`, error);
}

export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

function remedyFor({ code, message }: NodeJS.ErrnoException): string {
  return REMEDIES.get(code ?? '') ?? message;
}

const FULL = 'no space left. Free some or name a folder on another disk, and run the same command again';
const FORBIDDEN = 'not allowed. Name another folder or change its permissions';
const IN_THE_WAY = 'a file stands where a folder is needed. Move it or name another folder';

const REMEDIES = new Map([
  ['ENOSPC', FULL],
  ['EDQUOT', FULL],
  ['EACCES', FORBIDDEN],
  ['EPERM', FORBIDDEN],
  ['EROFS', FORBIDDEN],
  ['ENOTDIR', IN_THE_WAY],
  ['EEXIST', IN_THE_WAY],
]);
