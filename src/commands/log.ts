import { inert } from '../text/inert.ts';

/** What modules may log through: a fixed message with its data in the object. */
export interface Log {
  debug(data: object, message: string): void;
  warn(data: object, message: string): void;
}

const MAX_LOGGED_CHARACTERS = 500;

/** pino on standard error: one JSON object a line, prettier on a terminal; strings from outside are made inert first. */
export async function createLog({ verbose }: { verbose: boolean }): Promise<Log> {
  const { pino } = await import('pino');
  const level = verbose ? 'debug' : 'warn';
  const formatters = { log: (data: object) => inertStrings(data) };
  const logger = process.stderr.isTTY
    ? pino({ level, formatters, base: null }, (await import('pino-pretty')).default({ destination: 2, sync: true }))
    : pino({ level, formatters, base: null }, pino.destination({ dest: 2, sync: true }));
  return {
    debug: (data, message) => logger.debug(data, message),
    warn: (data, message) => logger.warn(data, message),
  };
}

function inertStrings(data: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'string' ? inert(value, MAX_LOGGED_CHARACTERS) : value,
    ]),
  );
}
