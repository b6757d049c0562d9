import { ConfigError } from '../config/config-error.ts';
import { loadConfig } from '../config/load.ts';
import type { Config } from '../config/schema.ts';
import { UsageError } from './exit.ts';

/** What a configuration may settle. */
export interface ConfigOptions {
  readonly snapshots: string;
  readonly cache?: string | undefined;
  readonly intel?: string | undefined;
  readonly feed?: readonly string[] | undefined;
}

/** What `--snapshots` is where nobody says; the same as in src/cli/options.ts, and told apart from a configuration by it. */
const DEFAULT_SNAPSHOTS = 'snapshots';

/**
 * The configuration in force, and the options with what it settles; what stands on the command line goes before it. Without `file` it
 * is the one of the working folder or of the nearest folder above.
 *
 * Throws UsageError where the file cannot be followed.
 */
export async function withConfiguration<Options extends ConfigOptions>(
  options: Options,
  file: string | undefined,
): Promise<Options & { readonly organisation: Config }> {
  const organisation = await loaded(file);
  return {
    ...options,
    snapshots:
      options.snapshots === DEFAULT_SNAPSHOTS ? (organisation.snapshots ?? options.snapshots) : options.snapshots,
    cache: options.cache ?? organisation.cache,
    intel: options.intel ?? organisation.intel,
    feed: options.feed ?? organisation.feed,
    organisation,
  };
}

async function loaded(file: string | undefined): Promise<Config> {
  try {
    return await loadConfig(process.cwd(), file);
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError(error.message);
    throw error;
  }
}
