import { source } from '../source.ts';
import type { Draft, Identity } from '../story.ts';
import { descriptionOf, LICENSE, readme, serverManifest } from './node-package.ts';

/** CommonJS on the SDK's low-level server; reads and writes notes below one folder. */
export function notesServer(identity: Identity): Draft {
  const { brand } = identity;
  return {
    description: descriptionOf(brand),
    manifest: serverManifest(identity, 'dist/index.js', { type: 'commonjs' }),
    files: {
      'dist/index.js': INDEX.replaceAll('BRAND', brand),
      'dist/store.js': STORE.replaceAll('BRAND', brand),
      'README.md': readme(identity, 'Keeps notes as Markdown files in one folder.'),
      LICENSE,
    },
  };
}

const INDEX = source`
  #!/usr/bin/env node
  "use strict";
  Object.defineProperty(exports, "__esModule", { value: true });
  const index_js_1 = require("@modelcontextprotocol/sdk/server/index.js");
  const stdio_js_1 = require("@modelcontextprotocol/sdk/server/stdio.js");
  const types_js_1 = require("@modelcontextprotocol/sdk/types.js");
  const store_js_1 = require("./store.js");

  const TOOLS = [
      {
          name: "list_notes",
          description: "Lists the notes of the folder",
          inputSchema: { type: "object", properties: {} },
      },
      {
          name: "read_note",
          description: "Reads one note",
          inputSchema: {
              type: "object",
              properties: { name: { type: "string", description: "Name of the note" } },
              required: ["name"],
          },
      },
      {
          name: "write_note",
          description: "Writes one note",
          inputSchema: {
              type: "object",
              properties: {
                  name: { type: "string", description: "Name of the note" },
                  text: { type: "string", description: "Its text, as Markdown" },
              },
              required: ["name", "text"],
          },
      },
  ];

  const server = new index_js_1.Server({ name: "BRAND", version: "1.0.0" }, { capabilities: { tools: {} } });

  server.setRequestHandler(types_js_1.ListToolsRequestSchema, async () => ({ tools: TOOLS }));

  server.setRequestHandler(types_js_1.CallToolRequestSchema, async (request) => {
      const { name, arguments: args = {} } = request.params;
      switch (name) {
          case "list_notes":
              return text((await store_js_1.list()).join("\n"));
          case "read_note":
              return text(await store_js_1.read(String(args.name)));
          case "write_note":
              await store_js_1.write(String(args.name), String(args.text));
              return text("written");
          default:
              throw new Error("no such tool: " + name);
      }
  });

  function text(value) {
      return { content: [{ type: "text", text: value }] };
  }

  server.connect(new stdio_js_1.StdioServerTransport()).catch((error) => {
      console.error(error);
      process.exit(1);
  });
`;

const STORE = source`
  "use strict";
  Object.defineProperty(exports, "__esModule", { value: true });
  const fs = require("node:fs/promises");
  const os = require("node:os");
  const path = require("node:path");

  const folder = process.env.NOTES_FOLDER || path.join(os.homedir(), ".config", "BRAND", "notes");

  function fileOf(name) {
      const file = path.resolve(folder, name + ".md");
      if (!file.startsWith(folder + path.sep)) throw new Error("outside of the folder");
      return file;
  }

  exports.list = async function list() {
      await fs.mkdir(folder, { recursive: true });
      return (await fs.readdir(folder)).filter((file) => file.endsWith(".md"));
  };

  exports.read = async function read(name) {
      return fs.readFile(fileOf(name), "utf8");
  };

  exports.write = async function write(name, value) {
      await fs.mkdir(folder, { recursive: true });
      await fs.writeFile(fileOf(name), value, "utf8");
  };
`;
