import { expect, it } from 'vitest';
import { addressKind } from './ip-kinds.ts';

it.each([
  ['127.0.0.1', 'loopback'],
  ['127.255.255.255', 'loopback'],
  ['0.0.0.0', 'loopback'],
  ['::1', 'loopback'],
  ['[::1]', 'loopback'],
  ['::ffff:127.0.0.1', 'loopback'],
  ['10.255.0.1', 'private'],
  ['172.16.0.1', 'private'],
  ['172.31.255.255', 'private'],
  ['192.168.1.1', 'private'],
  ['169.254.1.1', 'private'],
  ['100.64.0.1', 'private'],
  ['fe80::1', 'private'],
  ['fd12:3456::1', 'private'],
  ['255.255.255.255', 'private'],
  ['192.0.2.7', 'documentation'],
  ['198.51.100.7', 'documentation'],
  ['203.0.113.7', 'documentation'],
  ['2001:db8::1', 'documentation'],
  ['[2001:DB8::1]', 'documentation'],
  ['169.254.169.254', 'cloud-metadata'],
  ['169.254.170.2', 'cloud-metadata'],
  ['100.100.100.200', 'cloud-metadata'],
  ['fd00:ec2::254', 'cloud-metadata'],
  ['::ffff:169.254.169.254', 'cloud-metadata'],
  ['172.15.255.255', 'public-ip'],
  ['172.32.0.0', 'public-ip'],
  ['192.0.3.0', 'public-ip'],
  ['203.0.114.0', 'public-ip'],
  ['126.255.255.255', 'public-ip'],
  ['240.0.0.1', 'public-ip'],
  ['2606:4700::1111', 'public-ip'],
  ['::ffff:240.0.0.1', 'public-ip'],
])('%s is %s', (address, kind) => {
  expect(addressKind(address)).toBe(kind);
});

it.each([
  [''],
  ['tidewater.example'],
  ['1.2.3'],
  ['1.2.3.256'],
  ['1.2.3.4.5'],
  ['a:b'],
  ['quay:80'],
  ['1'.repeat(100)],
])('"%s" is no address', (text) => {
  expect(addressKind(text)).toBeNull();
});
