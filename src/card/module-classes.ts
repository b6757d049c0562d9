import type { PermissionClass } from './permissions.ts';

/**
 * Libraries that are there to do one thing, so that importing them says what a program can do although no call of them is recognised.
 *
 * Only libraries that serve nothing else: what is imported and not on the list says nothing.
 */
const BY_CLASS: readonly (readonly [PermissionClass, string])[] = [
  [
    'sends-messages',
    `nodemailer @sendgrid/mail mailgun.js resend postmark twilio @slack/web-api @slack/bolt discord.js telegraf
    node-telegram-bot-api grammy whatsapp-web.js @whiskeysockets/baileys @line/bot-sdk twitter-api-v2 matrix-js-sdk web-push
    smtplib aiosmtplib slack_sdk discord telegram sendgrid`,
  ],
  [
    'network-out',
    `pg mysql mysql2 mongodb mongoose redis ioredis googleapis @octokit/rest @octokit/core octokit @notionhq/client
    @supabase/supabase-js openai @anthropic-ai/sdk @google/generative-ai playwright playwright-core puppeteer puppeteer-core
    ssh2 imap imapflow basic-ftp psycopg psycopg2 asyncpg pymongo boto3 botocore paramiko imaplib ftplib selenium`,
  ],
  ['reads-files', 'chokidar fast-glob globby'],
  ['starts-processes', 'execa cross-spawn zx node-pty shelljs pexpect'],
];
const CLASSES: ReadonlyMap<string, PermissionClass> = new Map(
  BY_CLASS.flatMap(([to, names]) => names.split(/\s+/).map((name) => [name, to] as const)),
);
const MAX_CHARACTERS = 200;

/** What a module that is imported is for; null for most. Takes parts of packages too: `@slack/web-api/dist/index.js`. */
export function moduleClass(module: string): PermissionClass | null {
  if (module.length > MAX_CHARACTERS) return null;
  const [first = '', second = ''] = module.split('/', 2);
  return (
    CLASSES.get(first.startsWith('@') ? `${first}/${second}` : first) ??
    CLASSES.get(first.split('.', 1)[0] ?? '') ??
    null
  );
}
