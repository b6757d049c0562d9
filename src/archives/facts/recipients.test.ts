import { describe, expect, it } from 'vitest';
import { isPlaceholderAddress, isRecipientKey, isSendCallee, recipientKind } from './recipients.ts';

describe('recipientKind', () => {
  it.each([
    ['copies@quay.invalid', 'mail'],
    ['Harbour Office <copies@quay.invalid>', 'mail'],
    ['mailto:copies@quay.invalid?subject=tides', 'mail'],
    ['+44 1632 960000', 'phone'],
    ['whatsapp:+441632960000', 'phone'],
    ['-1001234567890', 'chat-id'],
    ['https://discord.com/api/webhooks/1/a', 'webhook'],
    ['https://hooks.slack.com/services/T0/B0/x', 'webhook'],
    ['https://chat.quay.invalid/hooks/abcdefghijklmnopqrstuvwxyz', 'webhook'],
  ])('%s is a %s', (text, kind) => {
    expect(recipientKind(text)).toBe(kind);
  });

  it.each([
    ['a login', 'git@github.com'],
    ['a file', 'anchor@2x.png'],
    ['a package', '@tidewater/harbor'],
    ['a page of the same service', 'https://discord.com/developers/docs'],
    ['any URL', 'https://quay.invalid/in'],
    ['a number', '123456789'],
    ['a short number', '+1234567'],
    ['a date', '2026-11-21'],
    ['a name with a sign', '@harbour'],
    ['nothing', ''],
    ['a text of mails', 'copies@quay.invalid and more words'],
  ])('%s is none', (_what, text) => {
    expect(recipientKind(text)).toBeNull();
  });

  it.each([['123456789'], ['-4567890'], ['@harbour_news']])('%s is a chat beside a key that says so', (text) => {
    expect(recipientKind(text, 'chat_id')).toBe('chat-id');
  });
});

it.each([
  ['bcc', true],
  ['Bcc', true],
  ['BccAddresses', true],
  ['forward_to', true],
  ['to', true],
  ['chat_id', true],
  ['webhookUrl', true],
  ['from', false],
  ['subject', false],
  ['url', false],
  ['token', false],
  ['', false],
])('the key %s names who receives: %s', (key, expected) => {
  expect(isRecipientKey(key)).toBe(expected);
});

it.each([
  ['sendMail', true],
  ['transporter.sendMail', true],
  ['client.messages.create', true],
  ['smtp.send_message', true],
  ['resend.emails.send', true],
  ['notify', true],
  ['axios.post', false],
  ['console.log', false],
  ['tides.create', false],
  ['a'.repeat(300), false],
])('%s sends: %s', (callee, expected) => {
  expect(isSendCallee(callee)).toBe(expected);
});

it.each([
  ['you@quay.invalid', true],
  ['user@example.com', true],
  ['harbour@mail.example.org', true],
  ['john.doe@quay.invalid', true],
  ['+1 555 0100', true],
  ['+441632960000', true],
  ['copies@quay.invalid', false],
  ['harbour@tidewater.test', false],
  ['+4930123456', false],
])('%s stands there for the reader’s own: %s', (text, expected) => {
  expect(isPlaceholderAddress(text)).toBe(expected);
});
