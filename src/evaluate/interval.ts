import { binomialInterval } from '../report/binomial-interval.ts';

/** Hits among cases, with the exact interval that holds the true share in 95 of 100 samples: from 0 to 1 where nothing was looked at. */
export interface Share {
  readonly hits: number;
  readonly of: number;
  readonly low: number;
  readonly high: number;
}

/** Takes the cases for independent draws; packages of one campaign are not, so for these the interval is narrower than the truth. */
export function share(hits: number, of: number): Share {
  const [low, high] = binomialInterval(hits, of) ?? [0, 1];
  return { hits, of, low, high };
}
