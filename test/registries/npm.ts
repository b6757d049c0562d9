import { jsonAnswer, refuseNobody, segmentsOf, validatedAnswer } from './answer.ts';
import type { Answer, Asked, LoopbackRegistry } from './answer.ts';
import type { Feed } from './feed.ts';

/** The public npm registry's packuments: `/name`, `/@scope%2fname`, and the scope's slash unencoded. */
export function npmRegistry(packument: Feed['npm']): LoopbackRegistry {
  function answer({ path }: Asked): Answer {
    const name = segmentsOf(path)?.join('/');
    const found = name === undefined ? undefined : packument(name);
    return found === undefined ? error(404, 'Not found') : validatedAnswer(found);
  }

  return { refuse: refuseNobody, answer, error };
}

function error(status: number, message: string): Answer {
  return jsonAnswer({ error: message }, status);
}
