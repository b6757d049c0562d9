import { amazonQ } from './amazon-q.ts';
import { antigravity } from './antigravity.ts';
import { claudeCode } from './claude-code.ts';
import { claudeDesktop } from './claude-desktop.ts';
import { cline } from './cline.ts';
import { codex } from './codex.ts';
import { continueDev } from './continue.ts';
import { copilotCli } from './copilot-cli.ts';
import { crush } from './crush.ts';
import { cursor } from './cursor.ts';
import { geminiCli } from './gemini-cli.ts';
import { goose } from './goose.ts';
import { kiloCode } from './kilo-code.ts';
import { kiro } from './kiro.ts';
import { lmStudio } from './lm-studio.ts';
import { opencode } from './opencode.ts';
import type { McpClient } from './port.ts';
import { rooCode } from './roo-code.ts';
import { vscode } from './vscode.ts';
import { windsurf } from './windsurf.ts';
import { zed } from './zed.ts';

/** In the order in which their servers are shown. */
export const mcpClients: readonly McpClient[] = [
  claudeDesktop,
  claudeCode,
  cursor,
  vscode,
  windsurf,
  zed,
  cline,
  rooCode,
  kiloCode,
  geminiCli,
  antigravity,
  codex,
  goose,
  continueDev,
  lmStudio,
  opencode,
  crush,
  copilotCli,
  kiro,
  amazonQ,
];
