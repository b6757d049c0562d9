import type { Subject } from '../model/subject.ts';
import { contextOf, type LookalikeContext } from '../pipelines/lookalike.ts';
import { type Population, populationSurvey } from '../pipelines/population.ts';
import { harbourNames } from './protected.ts';

const AS_OF = '2026-06-29';

/** What these entries know of each other, with the harbour town's vendors protected. */
export function populationOf(subjects: readonly Subject[]): Population {
  const survey = populationSurvey(harbourNames, { asOf: AS_OF });
  for (const subject of subjects) survey.see(subject);
  return survey.result();
}

/** The context in which one of these entries is judged among the others. */
export function contextAmong(...subjects: readonly Subject[]): LookalikeContext {
  return contextOf(harbourNames, { asOf: AS_OF, population: populationOf(subjects) });
}
