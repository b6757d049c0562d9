import { destinationKind } from '../../text/host-kinds.ts';
import { destinationIn } from './destinations.ts';

export type RecipientKind = 'mail' | 'phone' | 'webhook' | 'chat-id';

const MAX_CHARACTERS = 500;
const MAIL =
  /^(?:[^<>@\n]{0,100}<|mailto:)?([a-z0-9._%+'-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}([a-z]{2,24}))>?(?:\?[^\s]{0,200})?$/i;
/** E.164, with the blanks and brackets that people write, and what messaging services put before it. */
const PHONE = /^(?:whatsapp:|tel:|sms:)?\+[1-9][\d\s().-]{6,22}$/i;
const GROUP_CHAT = /^-100\d{9,11}$/;
const CHAT = /^(?:-?\d{5,15}|@[a-z]\w{3,31})$/i;
/** `git@host` logs in, `icon@2x.png` is a file. */
const NO_MAIL = /^(?:git|hg|svn|ssh|root|ubuntu|ec2-user)@/i;
const FILE_ENDINGS = new Set(
  'png jpg jpeg gif svg webp avif ico css js mjs cjs ts tsx json html md py txt zip'.split(' '),
);
/** Incoming webhooks of chat services beside those of the host list, whose hosts are the user's own. */
const HOOK_PATH = /^https:\/\/[^/\s]{1,200}\/(?:hooks\/[a-z0-9]{20,32}|webhookb2\/|services\/hooks\/)/i;
const KEYS = new Set(
  `to tos cc bcc bccaddress bccaddresses bccrecipients ccaddresses ccrecipients torecipients toaddress toaddresses toemail toemails
  emailto mailto recipient recipients recipientemail recipientlist rcpt rcptto envelopeto receiver receivers addressee
  blindcopy blindcarboncopy carboncopy hiddencopy copyto forward forwardto forwardtoemail forwardingemail forwardingaddress
  forwardaddress redirectto replyto replytoaddress sendto deliverto destination destinationaddress destinations notify notifyto
  notifyemail alertemail adminemail toaddrs toaddr toaddress chatid chat tochat channelid tophone phone phonenumber phonenumbers
  tonumber mobile msisdn webhook webhookurl webhookuri hook hookurl incomingwebhook notifyurl discordwebhook slackwebhook
  xoriginalto xbcc listid channel`.split(/\s+/),
);
const CHAT_KEYS = new Set(['chatid', 'chat', 'tochat', 'channelid']);
/** A conversation of Slack, or a person as one, by its id. */
const SLACK = /^(?=.{0,12}\d)[CDGUW][A-Z0-9]{8,11}$/;
const SLACK_KEYS = new Set(['channel', 'channelid']);
const SENDS =
  /^(?:send(?:_?(?:mail|mails|email|emails|message|messages|sms|text|notification|notifications|document|photo|raw_?email|raw|bulk_?email|templated_?email|transac_?email|transacemail|transac_?sms|batch|multiple|to|email_?with_?template|email_?batch))?(?:command|sync|async)?|(?:mail|email|message|notify|notification|sms)(?:er)?|sendmail|post_?message|notify|dispatch_?email|deliver|enqueue_?email|publish|create_?message|reply|forward|emails?send|setbcc|addbcc|setcc|addcc|add_?recipient|bcc|cc|to)$/i;
const SENDS_WITH_OWNER =
  /(?:^|\.)(?:messages|emails|email|mail|mailer|transporter|transport|sms|notifications|webhooks?|chat|smtp|sgmail|resend|mailgun|postmark|twilio)\.(?:create|send|insert|post|execute|emit)$/i;
const PLACEHOLDER_LOCAL =
  /^(?:you|your|youremail|your[._-]?name|your[._-]?email|user|username|someone|somebody|name|email|me|foo|bar|test|tester|john(?:[._-]?doe)?|jane(?:[._-]?doe)?|alice|bob|recipient|sender|example|noreply|no-reply|donotreply|do-not-reply)$/i;
const PLACEHOLDER_DOMAIN =
  /^(?:[a-z0-9-]{1,60}\.){0,4}(?:example(?:\.(?:com|org|net|edu))?|domain\.(?:com|tld|org)|email\.com|company\.com|yourcompany\.com|your-?domain\.com|mydomain\.com|acme\.(?:com|org)|host\.tld|users\.noreply\.github\.com|localhost)$/i;

/**
 * What a constant names that something can be sent to: `recipient@tidewater.example`, `+441632960000`, a chat's number, a webhook.
 *
 * null for all else. A plain number or `@name` is a chat only beside a key that says so.
 */
export function recipientKind(text: string, key = ''): RecipientKind | null {
  const written = text.trim();
  if (written.length < 5 || written.length > MAX_CHARACTERS) return null;
  if (written.includes('@') && isMail(written)) return 'mail';
  if (written.includes('://')) return isWebhook(written) ? 'webhook' : null;
  if (PHONE.test(written) && hasPhoneLength(written)) return 'phone';
  if (SLACK_KEYS.has(plain(key)) && SLACK.test(written)) return 'chat-id';
  if (GROUP_CHAT.test(written) || (CHAT_KEYS.has(plain(key)) && CHAT.test(written))) return 'chat-id';
  return null;
}

/** Whether a property or parameter names who receives something, however it is written: `bcc`, `Bcc`, `forward_to`, `toAddresses`. */
export function isRecipientKey(key: string): boolean {
  return key.length <= 60 && KEYS.has(plain(key));
}

/** Whether a callee's name says that it sends to somebody: `transporter.sendMail`, `client.messages.create`, `smtp.send_message`. */
export function isSendCallee(name: string): boolean {
  if (name.length > 200) return false;
  return SENDS.test(name.slice(name.lastIndexOf('.') + 1)) || SENDS_WITH_OWNER.test(name);
}

/** Whether an address stands there for the reader's own: `you@…`, `…@example.com`, a number of the ranges kept for films. */
export function isPlaceholderAddress(text: string): boolean {
  const written = text.trim().slice(0, MAX_CHARACTERS);
  const [, address] = MAIL.exec(written) ?? [];
  if (address === undefined)
    return /555[\s.-]?0?1\d\d|^\+?(?:1234567|0000000|1{7})|^\+44\s?(?:1632|7700)\s?9|\+\d?0{6}/.test(written);
  const [local = '', domain = ''] = address.split('@');
  return PLACEHOLDER_LOCAL.test(local) || PLACEHOLDER_DOMAIN.test(domain);
}

function isMail(text: string): boolean {
  const [, address = '', ending = ''] = MAIL.exec(text) ?? [];
  return address !== '' && !FILE_ENDINGS.has(ending.toLowerCase()) && !NO_MAIL.test(address);
}

function isWebhook(text: string): boolean {
  const destination = destinationIn(text);
  return destination !== null && (destinationKind(destination) === 'webhook' || HOOK_PATH.test(destination));
}

function hasPhoneLength(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return digits >= 8 && digits <= 15;
}

function plain(key: string): string {
  return key.replace(/[^a-z]/gi, '').toLowerCase();
}
