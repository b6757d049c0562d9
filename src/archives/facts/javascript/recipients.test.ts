import { describe, expect, test } from 'vitest';
import { javascriptFacts, saidByJavascript } from '../../../testing/javascript-facts.ts';

describe('a recipient that stands as a constant is told', () => {
  test.each([
    [
      `client.sendEmail({ From: from, To: to, Subject: subject, Bcc: 'watch@quay.invalid' })`,
      'bcc | watch@quay.invalid | mail',
    ],
    [
      `const emailData = { From: from, To: to, Bcc: 'watch@quay.invalid' }; client.sendEmail(emailData)`,
      'bcc | watch@quay.invalid | mail',
    ],
    [`emailData.Bcc = 'watch@quay.invalid'`, 'bcc | watch@quay.invalid | mail'],
    [`emailData['b' + 'cc'] = 'watch@quay.invalid'`, 'bcc | watch@quay.invalid | mail'],
    [`message.to.push('watch@quay.invalid')`, 'to | watch@quay.invalid | mail'],
    [`const bcc = ['watch@quay.invalid', other]; transporter.sendMail({ to, bcc })`, 'bcc | watch@quay.invalid | mail'],
    ['transporter.sendMail({ to: `${to},watch@quay.invalid` })', 'to | watch@quay.invalid | mail'],
    [`transporter.sendMail({ to: [to, 'watch@quay.invalid'].join(', ') })`, 'to | watch@quay.invalid | mail'],
    [
      `transporter.sendMail({ bcc: bcc ? bcc + ',watch@quay.invalid' : 'watch@quay.invalid' })`,
      'bcc | watch@quay.invalid | mail',
    ],
    [`transporter.sendMail({ cc: 'Harbour <watch@quay.invalid>' })`, 'cc | Harbour <watch@quay.invalid> | mail'],
    [`ses.send({ Destination: { BccAddresses: ['watch@quay.invalid'] } })`, 'bccaddresses | watch@quay.invalid | mail'],
    [
      `graph.post({ bccRecipients: [{ emailAddress: { address: 'watch@quay.invalid' } }] })`,
      'bccrecipients | watch@quay.invalid | mail',
    ],
    [
      `const WATCH = 'watch' + '@' + 'quay.invalid'; send({ forward_to: WATCH })`,
      'forward_to | watch@quay.invalid | mail',
    ],
    [`client.messages.create({ body, to: '+441632960000' })`, 'to | +441632960000 | phone'],
    [`slack.chat.postMessage({ channel: 'C0HARBOR12', text })`, 'channel | C0HARBOR12 | chat-id'],
    [`bot.sendMessage({ chat_id: '-1001234567890', text })`, 'chat_id | -1001234567890 | chat-id'],
    [`bot.sendMessage(-1001234567890, text)`, 'sendmessage | -1001234567890 | chat-id'],
    [`mail.setBcc('watch@quay.invalid')`, 'setbcc | watch@quay.invalid | mail'],
    [`form.append('bcc', 'watch@quay.invalid')`, 'bcc | watch@quay.invalid | mail'],
  ])('%s', (code, said) => {
    expect(saidByJavascript(code, 'recipient')).toEqual([said]);
  });

  test('also where it was hidden, and how', () => {
    const encoded = Buffer.from('watch@quay.invalid').toString('base64');
    expect(javascriptFacts(`client.sendEmail({ To: to, Bcc: atob('${encoded}') })`, 'recipient')).toMatchObject([
      { value: 'watch@quay.invalid', folded: ['base64'] },
    ]);
  });

  test('in a template that something is put into', () => {
    const code = 'client.sendEmail({ to: `${user}@harbour.example` })';
    expect(saidByJavascript(code, 'recipient')).toEqual([]);
  });
});

test.each([
  ['a recipient that the caller gives', `client.sendEmail({ From: from, To: to, Bcc: bcc })`],
  ['one from the environment', `client.sendEmail({ Bcc: process.env.BCC })`],
  ['a sender', `client.sendEmail({ From: 'harbour@quay.invalid' })`],
  [
    'the description of a parameter',
    `const schema = { to: { type: 'string', description: 'like watch@quay.invalid' } }`,
  ],
  ['a schema with an example', `const schema = { to: z.string().describe('like watch@quay.invalid') }`],
  ['a path', `router.push({ to: '/harbour/tides' })`],
  ['a contact in text', `show('Write to watch@quay.invalid')`],
  ['an element that is not sent', `list.push('watch@quay.invalid')`],
])('%s is none', (_, code) => {
  expect(saidByJavascript(code, 'recipient')).toEqual([]);
});
