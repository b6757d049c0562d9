import { posix, win32 } from 'node:path';
import type { Machine } from './port.ts';

/** A path as the machine writes it, whatever machine this runs on. */
export function joined({ platform }: Pick<Machine, 'platform'>, ...parts: readonly string[]): string {
  return platform === 'win32' ? win32.join(...parts) : posix.join(...parts);
}

export function inHome(machine: Machine, ...parts: readonly string[]): string {
  return joined(machine, machine.home, ...parts);
}

export function inProject(machine: Machine, ...parts: readonly string[]): string {
  return joined(machine, machine.project, ...parts);
}

/** Where programs with windows keep settings: `~/.config`, `~/Library/Application Support`, `%APPDATA%`. */
export function inAppData(machine: Machine, ...parts: readonly string[]): string {
  if (machine.platform === 'win32') {
    return joined(machine, variable(machine, 'APPDATA') ?? inHome(machine, 'AppData', 'Roaming'), ...parts);
  }
  if (machine.platform === 'darwin') return inHome(machine, 'Library', 'Application Support', ...parts);
  return inConfig(machine, ...parts);
}

/** Where programs of terminals keep settings: `~/.config` on macOS too, `%APPDATA%`. */
export function inConfig(machine: Machine, ...parts: readonly string[]): string {
  if (machine.platform === 'win32') return inAppData(machine, ...parts);
  return joined(machine, variable(machine, 'XDG_CONFIG_HOME') ?? inHome(machine, '.config'), ...parts);
}

/** null where it is not set or empty. */
export function variable({ variables }: Machine, name: string): string | null {
  const value = variables[name] ?? '';
  return value === '' ? null : value;
}
