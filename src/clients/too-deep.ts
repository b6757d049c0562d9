import type { ConfigDocument } from './port.ts';

/** Levels that are read; settings of clients have five or six. */
export const MAX_DEPTH = 40;

export const TOO_DEEP: ConfigDocument = {
  root: null,
  problems: [{ offset: null, message: 'nested too deeply to be read' }],
};
