import { bytesAnswer, jsonAnswer, refuseNobody, segmentsOf, validatedAnswer } from './answer.ts';
import type { Answer, Asked, LoopbackRegistry } from './answer.ts';
import type { Feed } from './feed.ts';

type NpmFeed = Pick<Feed, 'npm' | 'npmArchive' | 'npmKeys' | 'npmAttestations'>;

/**
 * The public npm registry: packuments (`/name`, `/@scope%2fname`, and the scope's slash unencoded), tarballs (`/name/-/file.tgz`),
 * the keys of its signatures and its attestations.
 */
export function npmRegistry(feed: NpmFeed, baseUrl: string): LoopbackRegistry {
  function answer({ path }: Asked): Answer {
    const segments = segmentsOf(path)?.flatMap((segment) => segment.split('/')) ?? [];
    const at = segments.indexOf('-');
    if (at === 0) return aboutSignatures(segments.slice(1));
    if (at > 0) return archive(segments.slice(0, at), segments.slice(at + 1));
    return found(feed.npm(segments.join('/'), baseUrl));
  }

  function archive(name: readonly string[], [filename = '', ...rest]: readonly string[]): Answer {
    const bytes = rest.length === 0 ? feed.npmArchive(name.join('/'), filename) : undefined;
    return bytes === undefined ? error(404, 'Not found') : bytesAnswer(bytes);
  }

  function aboutSignatures([npm, v1, what, ...rest]: readonly string[]): Answer {
    if (npm !== 'npm' || v1 !== 'v1') return error(404, 'Not found');
    if (what === 'keys' && rest.length === 0) return jsonAnswer({ keys: feed.npmKeys });
    if (what !== 'attestations') return error(404, 'Not found');
    const spec = rest.join('/');
    const at = spec.lastIndexOf('@');
    return found(at < 1 ? undefined : feed.npmAttestations(spec.slice(0, at), spec.slice(at + 1)));
  }

  return { refuse: refuseNobody, answer, error };
}

function found(document: Parameters<typeof validatedAnswer>[0] | undefined): Answer {
  return document === undefined ? error(404, 'Not found') : validatedAnswer(document);
}

function error(status: number, message: string): Answer {
  return jsonAnswer({ error: message }, status);
}
