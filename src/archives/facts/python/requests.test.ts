import { describe, expect, test } from 'vitest';
import { saidByPython } from '../../../testing/python-facts.ts';

describe('a call that asks the network is a request', () => {
  test.each([
    [
      'requests',
      `import requests\nrequests.post('https://quay.invalid/a', json=x)`,
      ['requests.post | https://quay.invalid/a'],
    ],
    [
      'requests by method',
      `import requests\nrequests.request('PUT', 'https://quay.invalid')`,
      ['requests.request | https://quay.invalid'],
    ],
    ['a keyword', `import requests as r\nr.get(url='https://quay.invalid')`, ['requests.get | https://quay.invalid']],
    [
      'a session',
      `import requests\ns = requests.session()\ns.post('https://quay.invalid')`,
      ['requests.Session.post | https://quay.invalid'],
    ],
    [
      'a session of with',
      `import requests\nwith requests.Session() as s:\n    s.get('https://quay.invalid')`,
      ['requests.Session.get | https://quay.invalid'],
    ],
    [
      'a session in a member',
      `import requests\nclass A:\n    def __init__(self):\n        self._s = requests.Session()\n    def go(self):\n        self._s.get('https://quay.invalid')`,
      ['requests.Session.get | https://quay.invalid'],
    ],
    ['httpx', `import httpx\nhttpx.stream('GET', 'https://quay.invalid')`, ['httpx.stream | https://quay.invalid']],
    [
      'an httpx client',
      `import httpx\nasync def f():\n    async with httpx.AsyncClient() as c:\n        await c.post('https://quay.invalid')`,
      ['httpx.AsyncClient.post | https://quay.invalid'],
    ],
    [
      'a base',
      `import httpx\nc = httpx.Client(base_url='https://quay.invalid')`,
      ['httpx.Client | https://quay.invalid'],
    ],
    [
      'an annotated parameter',
      `import httpx\nasync def f(c: httpx.AsyncClient | None):\n    await c.post('https://quay.invalid')`,
      ['httpx.AsyncClient.post | https://quay.invalid'],
    ],
    [
      'aiohttp',
      `import aiohttp\nasync def f():\n    async with aiohttp.ClientSession() as s:\n        async with s.get('https://quay.invalid') as r:\n            pass`,
      ['aiohttp.ClientSession.get | https://quay.invalid'],
    ],
    [
      'urlopen',
      `from urllib.request import urlopen\nurlopen('https://quay.invalid')`,
      ['urllib.request.urlopen | https://quay.invalid'],
    ],
    [
      'a Request that is opened',
      `import urllib.request as u\nu.urlopen(u.Request('https://quay.invalid', data=b''))`,
      ['urllib.request.Request | https://quay.invalid'],
    ],
    [
      'urllib3',
      `import urllib3\nurllib3.PoolManager().request('GET', 'https://quay.invalid')`,
      ['urllib3.PoolManager.request | https://quay.invalid'],
    ],
    [
      'http.client',
      `import http.client\nhttp.client.HTTPSConnection('quay.invalid', 8443)`,
      ['http.client.HTTPSConnection | quay.invalid:8443'],
    ],
    [
      'websockets',
      `import websockets\nasync def f():\n    async with websockets.connect('wss://quay.invalid') as w:\n        pass`,
      ['websockets.connect | wss://quay.invalid'],
    ],
    [
      'a thread',
      `import asyncio, requests\nasync def f():\n    await asyncio.to_thread(requests.get, 'https://quay.invalid')`,
      ['requests.get | https://quay.invalid'],
    ],
    [
      'an executor',
      `import requests\nloop.run_in_executor(None, requests.get, 'https://quay.invalid')`,
      ['requests.get | https://quay.invalid'],
    ],
    [
      'a loop over hosts',
      `import requests\nfor h in ('https://a.invalid', 'https://b.invalid'):\n    requests.get(h + '/x')`,
      ['requests.get | https://a.invalid/x', 'requests.get | https://b.invalid/x'],
    ],
    [
      'a client of which only the name is known',
      `async def f(self):\n    await self.http_client.post(url, json=x)`,
      ['client.post | '],
    ],
    ['anything that posts to a URL', `x.post('https://quay.invalid')`, ['client.post | https://quay.invalid']],
    ['what is not constant', `import requests\nrequests.get(url)`, ['requests.get | ']],
    [
      'a path that is not constant',
      `import requests\nrequests.get(f'https://quay.invalid/{boat}')`,
      ['requests.get | https://quay.invalid/*'],
    ],
    ['a host that is not constant', `import requests\nrequests.get(f'https://{host}/boats')`, ['requests.get | ']],
  ])('%s', (_name, code, said) => {
    expect(saidByPython(code, 'request')).toEqual(said);
  });
});

test.each([
  ['a dictionary', `boats.get('lantern')`],
  ['a cache of that name', `client.get('lantern')`],
  ['a list of posts', `board.post('a note')`],
  ['a function of the file', `def get(url):\n    pass\nget('https://quay.invalid')`],
  ['a decorator of a route', `@app.get('/boats')\ndef boats():\n    pass`],
  ['os.environ', `import os\nos.environ.get('CLIENT')`],
])('%s asks nobody', (_name, code) => {
  expect(saidByPython(code, 'request')).toEqual([]);
});

test('a webhook is a recipient as well', () => {
  const code = `import requests\nrequests.post('https://discord.com/api/webhooks/1234567890/abcdefghijklmnop', json={})`;
  expect(saidByPython(code, 'recipient')).toEqual([
    'requests.post | https://discord.com/api/webhooks/1234567890/abcdefghijklmnop',
  ]);
});
