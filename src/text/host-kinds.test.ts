import { describe, expect, it } from 'vitest';
import { destinationKind, hostKind } from './host-kinds.ts';

describe('hostKind', () => {
  it.each([
    ['localhost', 'loopback'],
    ['tide.localhost', 'loopback'],
    ['127.0.0.1', 'loopback'],
    ['[::1]', 'loopback'],
    ['192.168.0.7', 'private'],
    ['harbour.local', 'private'],
    ['db', 'private'],
    ['example.com', 'documentation'],
    ['api.example.org', 'documentation'],
    ['tidewater.example', 'documentation'],
    ['198.51.100.7', 'documentation'],
    ['240.0.0.1', 'public-ip'],
    ['169.254.169.254', 'cloud-metadata'],
    ['metadata.google.internal', 'cloud-metadata'],
    ['pastebin.com', 'paste'],
    ['webhook.site', 'webhook'],
    ['x.m.pipedream.net', 'webhook'],
    ['hooks.slack.com', 'webhook'],
    ['tide.trycloudflare.com', 'tunnel'],
    ['a.b.ngrok-free.app', 'tunnel'],
    ['tide.duckdns.org', 'dynamic-dns'],
    ['litterbox.catbox.moe', 'file-drop'],
    ['x.oast.fun', 'dns-exfiltration'],
    ['*.oast.fun', 'dns-exfiltration'],
    ['WEBHOOK.SITE.', 'webhook'],
  ])('%s is %s', (host, kind) => {
    expect(hostKind(host)).toBe(kind);
  });

  it.each([
    ['tidewater.invalid'],
    ['tidewater.test'],
    ['discord.com'],
    ['notwebhook.site'],
    ['webhook.site.quay.invalid'],
    ['example.com.quay.invalid'],
    ['my-example.com'],
    [`${'a.'.repeat(400)}test`],
  ])('%s is like any other', (host) => {
    expect(hostKind(host)).toBe('other');
  });

  it('a name without a dot or without anything is of this network', () => {
    expect(hostKind('')).toBe('private');
  });
});

describe('destinationKind', () => {
  it.each([
    ['https://discord.com/api/webhooks/1/a', 'webhook'],
    ['https://discord.com/api/v10/channels', 'other'],
    ['https://script.google.com/macros/s/x/exec', 'webhook'],
    ['240.0.0.1:4444', 'public-ip'],
    ['quay.invalid:4444', 'other'],
    ['tide.ngrok.io', 'tunnel'],
    ['http://0x7f.1/', 'loopback'],
    ['http://[2001:db8::1]/', 'documentation'],
    ['https://webhook.site', 'webhook'],
    ['https://quay.invalid/webhook.site', 'other'],
    ['https://webhook.site@quay.invalid/', 'other'],
    ['', 'other'],
  ])('%s is %s', (destination, kind) => {
    expect(destinationKind(destination)).toBe(kind);
  });
});
