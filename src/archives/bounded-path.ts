import { MAX_NAME_CHARACTERS, MAX_PATH_CHARACTERS } from './bounds.ts';

/** The end of a path tells its language, so a cut keeps both ends. */
const KEPT_END_CHARACTERS = 500;

/** A path of at most 1,024 code units; of a longer one the beginning and the end. */
export function boundedPath(path: string): string {
  return withBothEnds(path, MAX_PATH_CHARACTERS);
}

/** A name as it is written, cut so far that looking at it costs nothing. */
export function boundedName(name: string): string {
  return withBothEnds(name, MAX_NAME_CHARACTERS);
}

function withBothEnds(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - KEPT_END_CHARACTERS - 1)}…${text.slice(-KEPT_END_CHARACTERS)}`;
}
