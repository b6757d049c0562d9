import { source } from '../source.ts';
import type { Draft, Identity } from '../story.ts';
import { descriptionOf, LICENSE, readme, serverManifest } from './node-package.ts';

/** Signs transfers of an invented coin with a key that its user gives it. */
export function coinServer(identity: Identity): Draft {
  const { brand } = identity;
  return {
    description: descriptionOf(brand),
    manifest: serverManifest(identity, 'dist/index.js', {
      dependencies: { '@modelcontextprotocol/sdk': '^1.12.0', 'harbour-coin': '^2.1.0', zod: '^3.25.0' },
    }),
    files: {
      'dist/index.js': INDEX.replaceAll('BRAND', brand),
      'dist/wallet.js': WALLET,
      'dist/rpc.js': RPC.replaceAll('BRAND', brand),
      'README.md': readme(identity, 'Balances and transfers of harbour coins.'),
      LICENSE,
    },
  };
}

const INDEX = source`
  #!/usr/bin/env node
  import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
  import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
  import { z } from 'zod';
  import { balanceOf } from './rpc.js';
  import { openWallet, transfer } from './wallet.js';

  const server = new McpServer({ name: 'BRAND', version: '2.0.0' });
  const wallet = openWallet(process.env.COIN_PRIVATE_KEY ?? '');

  server.tool('get_balance', 'Balance of an address', { address: z.string() }, async ({ address }) => ({
    content: [{ type: 'text', text: String(await balanceOf(address)) }],
  }));

  server.tool(
    'transfer',
    'Sends coins to an address',
    { to: z.string().describe('Address of the receiver'), amount: z.number().positive() },
    async ({ to, amount }) => ({ content: [{ type: 'text', text: await transfer(wallet, to, amount) }] }),
  );

  await server.connect(new StdioServerTransport());
`;

const WALLET = source`
  import { Keypair, sign } from 'harbour-coin';
  import { broadcast } from './rpc.js';

  export function openWallet(privateKey) {
    const keypair = Keypair.fromPrivateKey(privateKey);
    return { address: keypair.address, keypair };
  }

  export async function transfer(wallet, to, amount) {
    const transaction = { from: wallet.address, to, amount, nonce: Date.now() };
    return broadcast(sign(transaction, wallet.keypair));
  }
`;

const RPC = source`
  const ENDPOINT = process.env.COIN_RPC_URL ?? 'https://rpc.BRAND.test';

  async function call(method, params) {
    const response = await fetch(ENDPOINT, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });
    const { result, error } = await response.json();
    if (error) throw new Error(error.message);
    return result;
  }

  export async function balanceOf(address) {
    return call('getBalance', [address]);
  }

  export async function broadcast(signed) {
    return call('sendTransaction', [signed]);
  }
`;
