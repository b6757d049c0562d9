/** Verdicts or reports that cannot be read as they are; the message names file and line and says what to do. */
export class ReviewError extends Error {
  override readonly name = 'ReviewError';
}
