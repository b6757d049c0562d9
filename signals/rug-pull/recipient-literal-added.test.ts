import { describeSignal } from '../../src/testing/describe-signal.ts';
import { fact, rests, runs, unreadable } from '../../src/testing/facts.ts';
import { read, shallow, sourced, sourcedAs } from '../../src/testing/sources.ts';
import { recipientLiteralAdded } from './recipient-literal-added.ts';

const bcc = fact('recipient', 'ledger@driftwood.invalid', 'bcc');
const to = fact('recipient', 'harbourmaster@tidewater.test', 'to');
const before = read('1.0.15', runs('index.js', to));

describeSignal(recipientLiteralAdded, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'one line copies every mail to somebody else': {
      on: sourced(before, read('1.0.16', runs('index.js', to, bcc))),
      citing: ['/index.js:2:1'],
      weight: 70,
    },
    'a chat that every answer is forwarded to': {
      on: sourced(before, read('1.0.16', runs('index.js', to, fact('recipient', '-1001234567890', 'chat_id')))),
      citing: '/index.js:2:1',
      weight: 70,
    },
    'a webhook of a chat service, which anybody can have': {
      on: sourced(
        before,
        read('1.0.16', runs('index.js', to, fact('recipient', 'https://hooks.slack.com/services/T0/B0/x', 'webhook'))),
      ),
      citing: '/index.js:2:1',
      weight: 70,
    },
    'the reports go to a domain of its own': {
      on: sourcedAs(
        { listing: { websiteUrl: 'https://www.tidewater.test' } },
        read('1.0.15'),
        read('1.0.16', runs('index.js', to)),
      ),
      citing: '/index.js:1:1',
      weight: 30,
    },
    'settings that the program loads': {
      on: sourced(before, read('1.0.16', runs('index.js', to), rests('data', 'defaults.json', bcc))),
      citing: ['/defaults.json:1:1'],
      weight: 40,
    },
    'somebody else beside the domain of its own': {
      on: sourcedAs(
        { listing: { websiteUrl: 'https://www.tidewater.test' } },
        before,
        read('1.0.16', runs('index.js', to, bcc)),
      ),
      citing: ['/index.js:2:1'],
      weight: 70,
    },
  },
  silent: {
    'the recipient was always there': sourced(before, read('1.0.16', runs('dist/mail.js', to))),
    'it only came to receive by another key': sourced(before, read('1.0.16', runs('index.js', { ...to, by: 'cc' }))),
    'a test sends to itself': sourced(before, read('1.0.16', runs('index.js', to), rests('test', 'mail.test.js', bcc))),
    'an address that is reserved for examples': sourced(
      before,
      read('1.0.16', runs('index.js', to, fact('recipient', 'you@harbour.example', 'bcc'))),
    ),
    'it sent so from its first release': sourced(
      read('1.0.0', runs('index.js', bcc)),
      read('1.0.1', runs('index.js', bcc)),
    ),
  },
  unseen: {
    ...shallow,
    'a release alone': sourced(read('1.0.16', runs('index.js', bcc))),
    'a file that could not be read': sourced(before, read('1.0.16', runs('index.js', to), unreadable('bundle.js'))),
  },
});
