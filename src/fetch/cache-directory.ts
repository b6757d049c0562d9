import { posix, win32 } from 'node:path';

/** What of the machine decides where things are kept; handed in, so that nothing deep inside reads it. */
export interface Environment {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** As `process.platform` says. */
  readonly platform: string;
  readonly homeDirectory: string;
}

/** The user's cache directory by the platform's custom, and our folder in it. Not created here. */
export function cacheDirectory({ variables, platform, homeDirectory }: Environment): string {
  if (platform === 'win32') {
    const local = variables['LOCALAPPDATA'] ?? '';
    return win32.join(
      win32.isAbsolute(local) ? local : win32.join(homeDirectory, 'AppData', 'Local'),
      'registry-audit',
    );
  }
  const xdg = variables['XDG_CACHE_HOME'] ?? '';
  // The XDG base directory specification has relative paths ignored.
  if (posix.isAbsolute(xdg)) return posix.join(xdg, 'registry-audit');
  const custom = platform === 'darwin' ? posix.join('Library', 'Caches') : '.cache';
  return posix.join(homeDirectory, custom, 'registry-audit');
}
