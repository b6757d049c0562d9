import { jsonAnswer, refuseNobody, segmentsOf, validatedAnswer } from './answer.ts';
import type { Answer, Asked, LoopbackRegistry } from './answer.ts';
import type { Feed } from './feed.ts';

/** pypi.org's project JSON, at any spelling of the name (PEP 503). */
export function pypiRegistry(project: Feed['pypi']): LoopbackRegistry {
  function answer({ path }: Asked): Answer {
    const [api, name, format, ...rest] = segmentsOf(path) ?? [];
    if (api !== 'pypi' || name === undefined || format !== 'json' || rest.length > 0) return error(404, 'Not Found');
    const found = project(name.toLowerCase().replace(/[-_.]+/g, '-'));
    return found === undefined ? error(404, 'Not Found') : validatedAnswer(found);
  }

  return { refuse: refuseNobody, answer, error };
}

function error(status: number, message: string): Answer {
  return jsonAnswer({ message }, status);
}
