export type FetchErrorCode =
  | 'HOST_NOT_ALLOWED'
  | 'REDIRECTED'
  | 'TOO_LARGE'
  | 'TIMED_OUT'
  | 'STATUS'
  | 'UNREACHABLE'
  | 'NOT_CACHED';

/** A GET that brought nothing usable. `status` is there for `STATUS` and, where one was seen, for the others. */
export class FetchError extends Error {
  readonly code: FetchErrorCode;
  readonly url: string;
  readonly status: number | null;
  /** The start of the error body, for registries that explain themselves in it; at most 4,096 characters. */
  readonly excerpt: string | null;

  constructor(
    code: FetchErrorCode,
    url: string,
    message: string,
    details: { status?: number; excerpt?: string; cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'FetchError';
    this.code = code;
    this.url = url;
    this.status = details.status ?? null;
    this.excerpt = details.excerpt ?? null;
  }
}
