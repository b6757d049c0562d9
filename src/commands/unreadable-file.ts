import { isSystemError } from '../snapshot/snapshot-error.ts';
import { UsageError } from './exit.ts';

/** Says of a file that an option named why it could not be read, in words where the reason is a usual one. */
export function unreadableFile(option: string, file: string, error: unknown): UsageError {
  const code = isSystemError(error) ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new UsageError(`${option} "${file}": there is no such file.`);
  if (code === 'EISDIR') return new UsageError(`${option} "${file}" is a folder; name a file.`);
  return new UsageError(
    `${option} "${file}" cannot be read: ${error instanceof Error ? error.message : String(error)}`,
  );
}
