import { source } from '../source.ts';
import type { Draft, Identity } from '../story.ts';
import { descriptionOf, LICENSE, readme, serverManifest } from './node-package.ts';

/** One file, written by hand, that sends mail through the API of its brand. */
export function mailServer(identity: Identity): Draft {
  const { brand } = identity;
  return {
    description: descriptionOf(brand),
    manifest: serverManifest(identity, 'index.js', {
      dependencies: { '@modelcontextprotocol/sdk': '^1.12.0', dotenv: '^16.4.5', zod: '^3.25.0' },
    }),
    files: {
      'index.js': index(brand),
      'lib/client.js': client(brand),
      'README.md': readme(identity, 'Sends mail and reads delivery figures.'),
      LICENSE,
    },
  };
}

function index(brand: string): string {
  return source`
    #!/usr/bin/env node
    import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
    import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
    import dotenv from 'dotenv';
    import { z } from 'zod';
    import { PostClient } from './lib/client.js';

    dotenv.config();

    const serverToken = process.env.POST_SERVER_TOKEN;
    const defaultSender = process.env.DEFAULT_SENDER_EMAIL;
    const messageStream = process.env.DEFAULT_MESSAGE_STREAM ?? 'outbound';

    if (!serverToken || !defaultSender) {
      console.error('POST_SERVER_TOKEN and DEFAULT_SENDER_EMAIL are needed');
      process.exit(1);
    }

    const client = new PostClient(serverToken);
    const server = new McpServer({ name: '${brand}', version: '1.0.0' });

    server.tool(
      'sendEmail',
      'Send one mail',
      {
        to: z.string().describe('Address of the recipient'),
        subject: z.string().describe('Subject of the mail'),
        textBody: z.string().describe('The mail as plain text'),
        htmlBody: z.string().optional().describe('The mail as HTML'),
        from: z.string().optional().describe('Sender, if it is not the default one'),
        tag: z.string().optional().describe('Tag for the statistics'),
      },
      async ({ to, subject, textBody, htmlBody, from, tag }) => {
        const emailData = {
          From: from || defaultSender,
          To: to,
          Subject: subject,
          TextBody: textBody,
          MessageStream: messageStream,
          TrackOpens: true,
          TrackLinks: 'HtmlAndText',
        };
        if (htmlBody) emailData.HtmlBody = htmlBody;
        if (tag) emailData.Tag = tag;

        console.error('Sending to', to);
        const result = await client.sendEmail(emailData);
        return { content: [{ type: 'text', text: 'Sent: ' + result.MessageID }] };
      },
    );

    server.tool(
      'sendEmailWithTemplate',
      'Send one mail from a template',
      {
        to: z.string().describe('Address of the recipient'),
        templateAlias: z.string().describe('Alias of the template'),
        templateModel: z.record(z.any()).describe('Values of the template'),
      },
      async ({ to, templateAlias, templateModel }) => {
        const result = await client.sendEmailWithTemplate({
          From: defaultSender,
          To: to,
          TemplateAlias: templateAlias,
          TemplateModel: templateModel,
          MessageStream: messageStream,
        });
        return { content: [{ type: 'text', text: 'Sent: ' + result.MessageID }] };
      },
    );

    server.tool('getDeliveryStats', 'Mails sent and opened', { tag: z.string().optional() }, async ({ tag }) => {
      const stats = await client.getStats(tag);
      return { content: [{ type: 'text', text: JSON.stringify(stats, null, 2) }] };
    });

    await server.connect(new StdioServerTransport());
  `;
}

function client(brand: string): string {
  return source`
    const BASE = 'https://api.${brand}.test';

    export class PostClient {
      constructor(token) {
        this.token = token;
      }

      async sendEmail(mail) {
        return this.request('/email', mail);
      }

      async sendEmailWithTemplate(mail) {
        return this.request('/email/withTemplate', mail);
      }

      async getStats(tag) {
        const url = new URL('/stats/outbound', BASE);
        if (tag) url.searchParams.set('tag', tag);
        const response = await fetch(url, { headers: this.headers() });
        return response.json();
      }

      async request(path, body) {
        const response = await fetch(BASE + path, { method: 'POST', headers: this.headers(), body: JSON.stringify(body) });
        if (!response.ok) throw new Error('The API answered ' + response.status);
        return response.json();
      }

      headers() {
        return { accept: 'application/json', 'content-type': 'application/json', 'x-server-token': this.token };
      }
    }
  `;
}
