import { describe, expect, test } from 'vitest';

import { isRateLimited, pauseAskedForMs } from './rate-limit.ts';

const NOW = () => new Date('2026-06-29T12:00:00Z');

describe('how long a host asks to be left alone', () => {
  test.each([
    ['Retry-After in seconds', 429, { 'retry-after': '7' }, 7_000],
    ['Retry-After of nothing', 503, { 'retry-after': '0' }, 0],
    ['Retry-After as a date', 503, { 'retry-after': 'Mon, 29 Jun 2026 12:00:30 GMT' }, 30_000],
    [
      'Retry-After as a date by the clock of the host',
      503,
      { date: 'Mon, 29 Jun 2020 08:00:00 GMT', 'retry-after': 'Mon, 29 Jun 2020 08:00:05 GMT' },
      5_000,
    ],
    ['Retry-After in the past', 429, { 'retry-after': 'Mon, 29 Jun 2026 11:00:00 GMT' }, 0],
    ['Retry-After twice', 429, { 'retry-after': ['3', '900'] }, 3_000],
    [
      "GitHub's reset in Unix seconds",
      403,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1782734460' },
      60_000,
    ],
    [
      'a reset in Unix milliseconds',
      429,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1782734460000' },
      60_000,
    ],
    ['the IETF draft in seconds from now', 200, { 'ratelimit-remaining': '0', 'ratelimit-reset': '12' }, 12_000],
    ['the newer draft in one header', 200, { ratelimit: '"default";r=0;t=30' }, 30_000],
    ["PulseMCP's minute", 200, { 'x-ratelimit-remaining-minute': '0', 'x-ratelimit-remaining-hour': '4' }, 60_000],
    ["PulseMCP's hour", 429, { 'x-ratelimit-remaining-minute': '0', 'x-ratelimit-remaining-hour': '0' }, 3_600_000],
    ["PulseMCP's day", 429, { 'x-ratelimit-remaining-day': '0' }, 86_400_000],
  ])('%s', (_case, status, headers, pauseMs) => {
    expect(pauseAskedForMs(status, headers, NOW)).toBe(pauseMs);
  });

  test.each([
    ['nothing said', 429, {}],
    ['Retry-After on a success', 200, { 'retry-after': '7' }],
    ['requests left', 200, { 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': '1782734460' }],
    ['none left, and no reset', 200, { 'x-ratelimit-remaining': '0' }],
    ['Retry-After that is no time', 429, { 'retry-after': 'soon' }],
    ['a negative Retry-After', 429, { 'retry-after': '-5' }],
    ['a fraction', 429, { 'retry-after': '1.5' }],
    ['a number longer than any time', 429, { 'retry-after': '9'.repeat(400) }],
    ['a structured header with requests left', 200, { ratelimit: '"default";r=3;t=30' }],
  ])('it does not ask: %s', (_case, status, headers) => {
    expect(pauseAskedForMs(status, headers, NOW)).toBeNull();
  });
});

describe('what counts as a rate limit', () => {
  test.each([
    [429, null, true],
    [403, 60_000, true],
    [403, null, false],
    [200, 60_000, false],
    [503, 1_000, false],
  ])('%i with a pause of %s: %s', (status, pauseMs, expected) => {
    expect(isRateLimited(status, pauseMs)).toBe(expected);
  });
});
