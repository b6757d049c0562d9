import { expect, test } from 'vitest';
import { saidByPython } from '../../../testing/python-facts.ts';

const COMMAND = `from setuptools import setup
from setuptools.command.install import install
class Quay(install):
    def run(self):
        install.run(self)
`;

test.each([
  ['a dictionary', `${COMMAND}setup(name='quay', cmdclass={'install': Quay})`, ['setup.py cmdclass install | run']],
  [
    'a dictionary in a variable',
    `${COMMAND}commands = {'develop': Quay}\nsetup(cmdclass=commands)`,
    ['setup.py cmdclass develop | run'],
  ],
  [
    'options that are spread',
    `${COMMAND}options = {'cmdclass': {'install': Quay}}\nsetup(**options)`,
    ['setup.py cmdclass install | run'],
  ],
  ['keywords', `${COMMAND}setup(cmdclass=dict(egg_info=Quay))`, ['setup.py cmdclass egg_info | run']],
  [
    'a module',
    `import setuptools\nsetuptools.setup(cmdclass={'build_ext': build.Extension})`,
    ['setup.py cmdclass build_ext | build.Extension'],
  ],
  ['none', `from setuptools import setup\nsetup(name='quay', packages=['quay'])`, []],
  ['another setup', `def setup(cmdclass):\n    pass\nsetup(cmdclass={'install': 1})`, []],
])('commands of setup.py run by themselves: %s', (_name, code, said) => {
  expect(saidByPython(code, 'auto-run')).toEqual(said);
});

test('what a command does stands in its function, what the file does at its top', () => {
  const code = `${COMMAND.replace('install.run(self)', `os.system('id')`)}import os\nos.system('whoami')\nsetup(cmdclass={'install': Quay})`;
  expect(saidByPython(code, 'process')).toEqual(['os.system | id', 'os.system | whoami']);
});
