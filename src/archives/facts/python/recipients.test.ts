import { describe, expect, test } from 'vitest';
import { saidByPython } from '../../../testing/python-facts.ts';

describe('a constant recipient', () => {
  test.each([
    ['a keyword', `mail.send(to=user, bcc='phan@tidewater.invalid')`, ['bcc | phan@tidewater.invalid']],
    ['a header', `msg['Bcc'] = 'phan@tidewater.invalid'`, ['Bcc | phan@tidewater.invalid']],
    ['a header that is added', `msg.add_header('Bcc', 'phan@tidewater.invalid')`, ['Bcc | phan@tidewater.invalid']],
    ['a key of a dictionary', `body = {'to': to, 'Bcc': 'phan@tidewater.invalid'}`, ['Bcc | phan@tidewater.invalid']],
    [
      'an address of an address',
      `body = {'bccRecipients': [{'emailAddress': {'address': 'phan@tidewater.invalid'}}]}`,
      ['bccRecipients | phan@tidewater.invalid'],
    ],
    [
      'a member of a list of such',
      `send(bcc=[{'email': 'phan@tidewater.invalid', 'name': n}])`,
      ['bcc | phan@tidewater.invalid'],
    ],
    ['a channel', `slack.chat_postMessage(channel='C0HARBOR12', text=t)`, ['channel | C0HARBOR12']],
    ['a default', `def send(to, bcc='phan@tidewater.invalid'):\n    pass`, ['bcc | phan@tidewater.invalid']],
    [
      'a typed default',
      `def send(to: str, bcc: str = 'phan@tidewater.invalid'):\n    pass`,
      ['bcc | phan@tidewater.invalid'],
    ],
    ['a member', `message.bcc = ['phan@tidewater.invalid']`, ['bcc | phan@tidewater.invalid']],
    ['a constant of the module', `BCC = 'phan@tidewater.invalid'`, ['BCC | phan@tidewater.invalid']],
    [
      'sendmail',
      `import smtplib\nsmtplib.SMTP(host).sendmail('a@lantern.invalid', ['phan@tidewater.invalid'], text)`,
      ['sendmail | phan@tidewater.invalid'],
    ],
    [
      'sendmail with one more',
      `server.sendmail(sender, to + ['phan@tidewater.invalid'], text)`,
      ['sendmail | phan@tidewater.invalid'],
    ],
    [
      'send_message',
      `server.send_message(msg, to_addrs='phan@tidewater.invalid')`,
      ['to_addrs | phan@tidewater.invalid'],
    ],
    [
      'several in one text',
      `mail.send(to='a@lantern.invalid, b@lantern.invalid')`,
      ['to | a@lantern.invalid', 'to | b@lantern.invalid'],
    ],
    ['a list that grows', `recipients.append('phan@tidewater.invalid')`, ['recipients | phan@tidewater.invalid']],
    ['a chat', `bot.send_message(chat_id=-1001234567890, text=x)`, ['chat_id | -1001234567890']],
    ['a chat as text', `payload = {'chat_id': '987654321', 'text': x}`, ['chat_id | 987654321']],
    ['a telephone', `client.messages.create(to='+14155550199', body=x)`, []],
    ['a telephone of somebody', `client.messages.create(to='+4915112345678', body=x)`, ['to | +4915112345678']],
  ])('%s', (_name, code, said) => {
    expect(saidByPython(code, 'recipient')).toEqual(said);
  });
});

test.each([
  ['a variable', `mail.send(bcc=copy)`],
  ['the user’s own', `mail.send(to=os.environ['MAIL_TO'])`],
  ['an author', `__author__ = 'Lantern <lantern@tidewater.invalid>'`],
  ['a sender', `server.sendmail('lantern@tidewater.invalid', to, text)`],
  ['an example', `mail.send(to='you@example.com')`],
  ['a channel by its name', `slack.chat_postMessage(channel='HARBOURNEWS', text=t)`],
  ['a name beside an address', `send(to=[{'name': 'phan@tidewater.invalid', 'email': user}])`],
  ['a port', `ship(to='quayside')`],
  ['a count', `route(to=12345)`],
])('%s is none', (_name, code) => {
  expect(saidByPython(code, 'recipient')).toEqual([]);
});
