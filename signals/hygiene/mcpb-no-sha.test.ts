import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, named, packageNamed } from '../../src/testing/subjects.ts';
import { mcpbNoSha } from './mcpb-no-sha.ts';

const of = (ecosystem: string, fileSha256: string | null) =>
  listed({ packages: [packageNamed(ecosystem, 'https://files.example/harbor.mcpb', { fileSha256 })] });

describeSignal(mcpbNoSha, {
  context: { asOf: '2026-06-29' },
  fires: { 'a bundle without a hash': { on: of('mcpb', null), citing: '/packages/0' } },
  silent: { 'a bundle with one': of('mcpb', 'a'.repeat(64)), 'npm has its own': of('npm', null) },
  unseen: { 'a name alone': named(), 'a registry that lists no packages': listed({ packages: null }) },
});
