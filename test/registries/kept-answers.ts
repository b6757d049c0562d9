import type { IncomingHttpHeaders } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Answer } from './answer.ts';

/** Answers made once: as they are, gzipped where asked, or 304 where the client has them. */
export interface KeptAnswers {
  plain(url: string, make: () => Answer): Answer;
  negotiated(url: string, headers: IncomingHttpHeaders, make: () => Answer): Answer;
}

const MAX_KEPT_BYTES = 128 * 2 ** 20;
const LEAST_GZIPPED_BYTES = 1_024;

export function keptAnswers(): KeptAnswers {
  const answers = new Map<string, Answer>();
  let keptBytes = 0;

  function kept(key: string, make: () => Answer): Answer {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = make();
    if (answer.status !== 200) return answer;
    if (keptBytes > MAX_KEPT_BYTES) {
      answers.clear();
      keptBytes = 0;
    }
    answers.set(key, answer);
    keptBytes += answer.body.length;
    return answer;
  }

  return {
    plain: kept,
    negotiated(url, headers, make) {
      const answer = kept(url, make);
      const { etag } = answer.headers;
      if (etag !== undefined && headers['if-none-match'] === etag) {
        return { status: 304, headers: { etag }, body: Buffer.alloc(0) };
      }
      const wantsGzip = typeof headers['accept-encoding'] === 'string' && headers['accept-encoding'].includes('gzip');
      if (!wantsGzip || answer.body.length < LEAST_GZIPPED_BYTES || isArchive(answer)) return answer;
      return kept(`gzip ${url}`, () => gzipped(answer));
    },
  };
}

/** Compressed already, and served as it is. */
function isArchive({ headers }: Answer): boolean {
  return headers['content-type'] === 'application/octet-stream';
}

function gzipped({ status, headers, body }: Answer): Answer {
  return { status, headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(body, { level: 1 }) };
}
