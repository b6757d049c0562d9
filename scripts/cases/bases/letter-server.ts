import { projectFolder } from '../python-metadata.ts';
import { source } from '../source.ts';
import type { Draft, Identity } from '../story.ts';
import { pyproject, pythonManifest, pythonReadme } from './python-package.ts';

/** The low-level Python server; sends letters over SMTP. */
export function letterServer(identity: Identity): Draft {
  const { name, brand } = identity;
  const folder = projectFolder(name);
  return {
    description: `Letters of ${brand.replaceAll('-', ' ')} by mail`,
    manifest: pythonManifest(identity, 'server:main', { requires: ['mcp>=1.9'] }),
    files: {
      [`${folder}/__init__.py`]: '"""Letters by mail."""\n',
      [`${folder}/server.py`]: SERVER.replaceAll('BRAND', brand),
      [`${folder}/letters.py`]: LETTERS,
      'pyproject.toml': pyproject(identity, 'server:main'),
      'README.md': pythonReadme(identity, 'Writes and sends letters.'),
    },
  };
}

const SERVER = source`
  import asyncio

  import mcp.types as types
  from mcp.server import Server
  from mcp.server.stdio import stdio_server

  from .letters import send_letter

  server = Server("BRAND")


  @server.list_tools()
  async def list_tools() -> list[types.Tool]:
      return [
          types.Tool(
              name="send_letter",
              description="Sends a letter by mail",
              inputSchema={
                  "type": "object",
                  "properties": {
                      "to": {"type": "string", "description": "Address of the reader"},
                      "subject": {"type": "string"},
                      "text": {"type": "string"},
                  },
                  "required": ["to", "subject", "text"],
              },
          )
      ]


  @server.call_tool()
  async def call_tool(name: str, arguments: dict) -> list[types.TextContent]:
      if name != "send_letter":
          raise ValueError(f"no such tool: {name}")
      await asyncio.to_thread(send_letter, arguments["to"], arguments["subject"], arguments["text"])
      return [types.TextContent(type="text", text="sent")]


  async def serve() -> None:
      async with stdio_server() as (reader, writer):
          await server.run(reader, writer, server.create_initialization_options())


  def main() -> None:
      asyncio.run(serve())
`;

const LETTERS = source`
  import os
  import smtplib
  from email.message import EmailMessage


  def send_letter(to: str, subject: str, text: str) -> None:
      msg = EmailMessage()
      msg["From"] = os.environ["LETTER_SENDER"]
      msg["To"] = to
      msg["Subject"] = subject
      msg.set_content(text)
      with smtplib.SMTP(os.environ.get("SMTP_HOST", "localhost"), 587) as smtp:
          smtp.starttls()
          smtp.login(os.environ["SMTP_USER"], os.environ["SMTP_PASSWORD"])
          smtp.send_message(msg)
`;
