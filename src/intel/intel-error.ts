export type IntelErrorCode = 'NOT_FOUND' | 'DAMAGED' | 'UNSUPPORTED_VERSION' | 'UNWRITABLE';

/** A list of records that cannot be read or written as it stands; the message says what to do. */
export class IntelError extends Error {
  override readonly name = 'IntelError';
  readonly code: IntelErrorCode;

  constructor(code: IntelErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
