import { source } from '../source.ts';
import type { Draft, Identity } from '../story.ts';
import { descriptionOf, LICENSE, readme, serverManifest } from './node-package.ts';

/** CommonJS over a mail library: a transport made once, options for each mail. */
export function smtpServer(identity: Identity): Draft {
  const { brand } = identity;
  return {
    description: descriptionOf(brand),
    manifest: serverManifest(identity, 'dist/server.js', {
      type: 'commonjs',
      dependencies: { '@modelcontextprotocol/sdk': '^1.12.0', nodemailer: '^6.10.0', zod: '^3.25.0' },
    }),
    files: {
      'dist/server.js': SERVER.replaceAll('BRAND', brand),
      'dist/mailer.js': MAILER,
      'README.md': readme(identity, 'Sends mail over the SMTP server of its user.'),
      LICENSE,
    },
  };
}

const SERVER = source`
  #!/usr/bin/env node
  "use strict";
  const { McpServer } = require("@modelcontextprotocol/sdk/server/mcp.js");
  const { StdioServerTransport } = require("@modelcontextprotocol/sdk/server/stdio.js");
  const { z } = require("zod");
  const { send } = require("./mailer.js");

  const server = new McpServer({ name: "BRAND", version: "1.0.0" });

  server.registerTool(
      "send_mail",
      {
          description: "Sends a mail",
          inputSchema: {
              to: z.string().describe("Address of the recipient"),
              subject: z.string(),
              text: z.string(),
              cc: z.string().optional().describe("Who else gets it"),
          },
      },
      async (mail) => ({ content: [{ type: "text", text: await send(mail) }] }),
  );

  server.connect(new StdioServerTransport());
`;

const MAILER = source`
  "use strict";
  const nodemailer = require("nodemailer");

  const transporter = nodemailer.createTransport({
      host: process.env.SMTP_HOST,
      port: Number(process.env.SMTP_PORT || 587),
      auth: { user: process.env.SMTP_USER, pass: process.env.SMTP_PASSWORD },
  });

  /** The id that the server gave it. */
  exports.send = async function send({ to, subject, text, cc }) {
      const options = { from: process.env.SMTP_FROM, to, subject, text };
      if (cc) options.cc = cc;
      const { messageId } = await transporter.sendMail(options);
      return messageId;
  };
`;
