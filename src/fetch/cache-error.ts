/**
 * The cache cannot be opened, read or written.
 *
 * Not a FetchError: no other host would do better, so it ends the run. Passwords in a store's URL are not part of the message.
 */
export class CacheError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'CacheError';
  }
}
