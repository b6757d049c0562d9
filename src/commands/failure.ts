import { CacheError } from '../fetch/cache-error.ts';
import { FetchError } from '../fetch/fetch-error.ts';
import { IntelError } from '../intel/intel-error.ts';
import { isSystemError, SnapshotError } from '../snapshot/snapshot-error.ts';
import { inert } from '../text/inert.ts';
import { EXIT, type ExitCode, NothingReadError, UsageError } from './exit.ts';

const MAX_MESSAGE_CHARACTERS = 2_000;

/** Says what went wrong in words that let the reader act; only a bug shows a stack. */
export function reportFailure(error: unknown, stream: NodeJS.WritableStream): ExitCode {
  if (error instanceof UsageError) return say(stream, `${error.message}\nRun with --help for the options.`, EXIT.usage);
  if (error instanceof SnapshotError) {
    return say(stream, error.message, error.code === 'DAMAGED' ? EXIT.nothingRead : EXIT.usage);
  }
  if (error instanceof IntelError) return say(stream, error.message, EXIT.usage);
  if (error instanceof CacheError) return say(stream, error.message, EXIT.usage);
  if (error instanceof NothingReadError) return say(stream, error.message, EXIT.nothingRead);
  if (error instanceof FetchError) return say(stream, error.message, EXIT.nothingRead);
  if (isSystemError(error)) return say(stream, systemMessage(error), EXIT.usage);
  stream.write(`registry-audit: this is a bug, please report it with the lines below.\n${stackOf(error)}\n`);
  return EXIT.bug;
}

function say(stream: NodeJS.WritableStream, message: string, code: ExitCode): ExitCode {
  stream.write(
    `registry-audit: ${message
      .split('\n')
      .map((line) => inert(line, MAX_MESSAGE_CHARACTERS))
      .join('\n')}\n`,
  );
  return code;
}

function systemMessage({ code, path, syscall, message }: NodeJS.ErrnoException): string {
  const where = path === undefined ? '' : ` "${path}"`;
  if (code === 'ENOSPC') return `no space left on the device${where}. Free some and run the same command again.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `not allowed to write or read${where}. Name another folder (--out, --snapshots, --cache) or change its permissions.`;
  }
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `${where.trim()} is in the way: it is a file where a folder is needed.`;
  if (code === 'ENOENT' && path !== undefined) {
    return syscall === 'mkdir' ? `the folder${where} cannot be made there.` : `there is no file or folder${where}.`;
  }
  return message;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
