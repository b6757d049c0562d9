export type ArchiveErrorCode = 'NOT_AN_ARCHIVE' | 'TOO_LARGE';

/** Bytes that are no archive of the kind they should be, or more bytes than are taken. All else that is odd is a fact. */
export class ArchiveError extends Error {
  readonly code: ArchiveErrorCode;

  constructor(code: ArchiveErrorCode, message: string) {
    super(message);
    this.name = 'ArchiveError';
    this.code = code;
  }
}
