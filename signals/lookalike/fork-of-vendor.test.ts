import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { askedAbout, codeHost, hosted, notAsked } from '../../src/testing/repositories.ts';
import { listed, named, repositoryAt } from '../../src/testing/subjects.ts';
import { forkOfVendor } from './fork-of-vendor.ts';

const saying = (description: string, name = 'io.github.tidewater/lamps') => listed({ name, description });

/** A repository that its host has as a fork of others. */
const forking = (origins: readonly string[], name = 'io.github.tidewater/lamps') =>
  askedAbout(
    listed({ name, repository: repositoryAt('https://github.com/tidewater/lamps') }),
    codeHost([
      hosted('tidewater/lamps', {
        fork: origins.length > 0,
        forkOf: origins.map((fullName, index) => ({
          fullName,
          at: index === 0 ? '/parent/full_name' : '/source/full_name',
        })),
      }),
    ]),
  );

describeSignal(forkOfVendor, {
  context: harbourContext(),
  fires: {
    'a fork of the brand': { on: saying('A fork of Lanternly for small towns'), citing: '/description' },
    'forked from its repository': {
      on: saying('Forked from lanternly/lanternly-mcp, with colours'),
      citing: '/description',
    },
    'its host says so': { on: forking(['lanternly-labs/lanternly-mcp']), citing: '/parent/full_name', weight: 20 },
    'its host says so of where it began': {
      on: forking(['quayside/lanternly-mcp', 'lanternly-labs/lanternly-mcp']),
      citing: '/source/full_name',
      weight: 20,
    },
  },
  silent: {
    'a fork of somebody else’s': saying('A fork of tide-tables'),
    'the vendor’s own fork': saying('A fork of Lanternly', 'example.lanternly/lamps'),
    'its host has it as a fork of somebody else’s': forking(['quayside/tide-tables']),
    'its host has it as no fork': forking([]),
    'the vendor’s own fork at its host': forking(['lanternly-labs/lanternly-mcp'], 'example.lanternly/lamps'),
    'the brand long after': saying(`A fork of tide-tables${', with more of everything'.repeat(4)} for Lanternly`),
  },
  unseen: {
    'a registry that lists only names': named(),
    'a record that says nothing of it': saying('Lamps of Lanternly'),
    'a record without a description': listed({ description: null }),
    'a host that did not answer': askedAbout(
      listed({ repository: repositoryAt('https://github.com/tidewater/lamps') }),
      codeHost([notAsked('github.com/tidewater/lamps', 'the limit is used up')]),
    ),
    'a knife and fork': saying('A fork, or a spoon, for Lanternly'),
  },
});
