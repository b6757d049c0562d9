import { projectFolder } from '../python-metadata.ts';
import { source } from '../source.ts';
import type { Draft, Identity } from '../story.ts';
import { pythonReadme } from './python-package.ts';

/** A Python library of one class, with a setup.py, of the kind that is finished and left alone. */
export function contextLibrary(identity: Identity): Draft {
  const { name, brand } = identity;
  const folder = projectFolder(name);
  return {
    description: 'A dictionary that can be read like an object',
    manifest: { requires: [], scripts: {}, repository: `https://github.com/${brand}/${name}` },
    files: {
      [`${folder}/__init__.py`]: LIBRARY,
      'setup.py': SETUP.replaceAll('NAME', name).replaceAll('FOLDER', folder).replaceAll('BRAND', brand),
      'README.md': pythonReadme(identity, 'A dictionary that can be read like an object.'),
    },
  };
}

const LIBRARY = source`
  """A dictionary that can be read like an object."""


  class Ctx(dict):
      def __init__(self, *args, **kwargs):
          super().__init__(*args, **kwargs)
          self.__dict__ = self

      def copy(self):
          return Ctx(super().copy())

      def without(self, *names):
          return Ctx({key: value for key, value in self.items() if key not in names})
`;

const SETUP = source`
  from setuptools import find_packages, setup

  setup(
      name="NAME",
      version="0.1.2",
      description="A dictionary that can be read like an object",
      url="https://BRAND.test",
      packages=find_packages(include=["FOLDER", "FOLDER.*"]),
      python_requires=">=3.6",
  )
`;
