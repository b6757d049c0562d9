import type { z } from 'zod';
import { pointer } from '../evidence/pointer.ts';

const MAX_ISSUES = 3;
const MAX_REASON_CHARACTERS = 300;

/**
 * Why a schema refused a value, in a line: `/packages/0/identifier: Invalid input: expected string, received null`.
 *
 * Bounded; the path may hold keys from outside.
 */
export function refusalOf({ issues }: z.ZodError): string {
  const reasons = issues
    .slice(0, MAX_ISSUES)
    .map(({ path, message }) => `${pointer(...path.map(String)) || 'all of it'}: ${message}`);
  if (issues.length > MAX_ISSUES) reasons.push(`and ${issues.length - MAX_ISSUES} more`);
  return reasons.join('; ').slice(0, MAX_REASON_CHARACTERS);
}
