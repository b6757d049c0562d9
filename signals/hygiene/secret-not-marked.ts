import { cite } from '../../src/evidence/cite.ts';
import { shortened } from '../../src/evidence/history.ts';
import type { Input } from '../../src/model/entry.ts';
import { defineSignal, unseen } from '../../src/signal.ts';
import { isSecretName } from '../../src/text/secret-names.ts';
import { declaredInputs } from './declared-inputs.ts';

/** Of packages and remotes only: there server.json says that an input that is not marked is none; elsewhere unmarked is unknown. */
export const secretNotMarked = defineSignal({
  id: 'hygiene/secret-not-marked',
  title: 'Input named like a secret and not marked as one',
  role: 'fact',
  family: 'C',
  needs: 'metadata',
  weight: 0,
  rationale: 'Clients show and store what is not marked as secret in plain text.',
  falsePositives:
    'Inputs whose name ends in a word for secrets and that hold none, such as the key of a map or the address of a database without a password.',
  baseRate: {
    value: '144 of 730 inputs with such names',
    population: '1,062 servers of the official registry',
    date: '2025-12-12',
  },
  references: [
    'https://github.com/modelcontextprotocol/registry/blob/main/docs/reference/server-json/generic-server-json.md',
  ],

  detect({ record }) {
    const inputs = declaredInputs(record);
    if (inputs === null) return unseen('the registry does not list inputs');
    return inputs
      .filter((input) => input.isSecret !== true && namesSecret(input))
      .map(({ at, name }) =>
        cite(record.place, at, {
          statement: `The input ${shortened(name)} was not marked as secret`,
          observed: name,
        }),
      );
  },
});

function namesSecret({ kind, name }: Input): boolean {
  return kind !== 'runtime-argument' && kind !== 'package-argument' && isSecretName(name);
}
