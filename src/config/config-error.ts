/** A configuration file that cannot be followed; the message names file, line and key. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
