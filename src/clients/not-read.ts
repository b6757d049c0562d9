/** Servers that clients of a machine may have from elsewhere than the files that are read. To be said wherever those are listed. */
export const NOT_READ: readonly string[] = [
  'servers that extensions of VS Code, Zed and alike start from code',
  'plugins of Cursor, Codex, Copilot CLI and Antigravity, powers of Kiro, bundles that are still packed (.mcpb)',
  'connectors of accounts, and files that are named on a client’s command line',
];
