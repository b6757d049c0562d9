import { bytesAnswer, jsonAnswer, refuseNobody, segmentsOf, validatedAnswer } from './answer.ts';
import type { Answer, Asked, LoopbackRegistry } from './answer.ts';
import type { Feed } from './feed.ts';

/** pypi.org's project JSON, at any spelling of the name (PEP 503), and its files under the same address, as behind a mirror. */
export function pypiRegistry(feed: Pick<Feed, 'pypi' | 'pypiFile'>, baseUrl: string): LoopbackRegistry {
  function answer({ path }: Asked): Answer {
    const [api, name, format, ...rest] = segmentsOf(path) ?? [];
    if (api === 'packages') return file(path);
    if (api !== 'pypi' || name === undefined || format !== 'json' || rest.length > 0) return error(404, 'Not Found');
    const found = feed.pypi(name.toLowerCase().replace(/[-_.]+/g, '-'), baseUrl);
    return found === undefined ? error(404, 'Not Found') : validatedAnswer(found);
  }

  function file(path: string): Answer {
    const bytes = feed.pypiFile(path);
    return bytes === undefined ? error(404, 'Not Found') : bytesAnswer(bytes);
  }

  return { refuse: refuseNobody, answer, error };
}

function error(status: number, message: string): Answer {
  return jsonAnswer({ message }, status);
}
