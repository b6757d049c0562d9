import { describe, expect, test } from 'vitest';
import { populationOf } from '../testing/population.ts';
import { harbourNames } from '../testing/protected.ts';
import { listed, packageNamed, remoteAt, repositoryAt } from '../testing/subjects.ts';
import { identityShown, NO_POPULATION, populationSurvey } from './population.ts';

describe('where an entry stands', () => {
  const repository = repositoryAt('https://github.com/tidewater/harbor-mcp');
  const official = listed({ repository, packages: [packageNamed('npm', 'harbor-mcp')] });
  const glama = listed({ registry: 'glama', name: 'tidewater/harbor-mcp', repository });
  const smithery = listed({
    registry: 'smithery',
    name: '@harbour/tides',
    packages: [packageNamed('npm', 'harbor-mcp')],
    remotes: [remoteAt('https://mcp.tidewater.example')],
  });
  const population = populationOf([official, glama, smithery]);

  test('is told with what links each twin to it', () => {
    expect(identityShown(population, official.entry.id)).toEqual({
      registries: 3,
      twins: [
        { id: 'glama:tidewater/harbor-mcp', because: ['repository github.com/tidewater/harbor-mcp'] },
        { id: 'smithery:@harbour/tides', because: ['package pkg:npm/harbor-mcp'] },
      ],
    });
  });

  test('is told with what links the twin to a third, where nothing links it directly', () => {
    const { twins } = identityShown(population, glama.entry.id);
    expect(twins.find(({ id }) => id === 'smithery:@harbour/tides')?.because).toEqual(['package pkg:npm/harbor-mcp']);
  });

  test('is its own registry for an entry that stands alone, and where no snapshot was walked', () => {
    const alone = { registries: 1, twins: [] };
    expect(identityShown(populationOf([official]), official.entry.id)).toEqual(alone);
    expect(identityShown(NO_POPULATION, official.entry.id)).toEqual(alone);
  });

  test('names at most fifty twins', () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      listed({ registry: `directory-${at}`, name: 'tidewater/harbor-mcp', repository }),
    );
    expect(identityShown(populationOf([official, ...many]), official.entry.id).twins).toHaveLength(50);
  });
});

test('a survey needs a date', () => {
  expect(() => populationSurvey(harbourNames, { asOf: 'midsummer' })).toThrow('"midsummer" is not a date');
});
