/**
 * Programs by what they are for: the words that a command line begins with, options left out, in lower case. Heaviest first: a line
 * is what its heaviest part is.
 */
export const COMMAND_NAMES = {
  destructive: [
    'shred, srm, wipe, mkfs, mkfs.ext4, fdisk, diskpart, bcdedit, vssadmin delete, wbadmin delete, cipher /w',
  ],
  'credential-tool': [
    'gh auth token, gh auth status, gh secret list, npm token, npm whoami, npm profile get, yarn npm whoami, pnpm whoami, trufflehog',
    'gitleaks, noseyparker, security find-generic-password, security find-internet-password, security dump-keychain, security export',
    'security unlock-keychain, gcloud auth print-access-token, gcloud auth print-identity-token, gcloud auth list',
    'gcloud auth application-default print-access-token, gcloud config config-helper, gcloud secrets versions access',
    'az account get-access-token, az keyvault secret, azd auth token, aws sts get-session-token, aws sts get-caller-identity',
    'aws sts assume-role, aws configure get, aws configure list, aws configure export-credentials, aws secretsmanager, aws ssm get-parameter',
    'aws ssm get-parameters, aws ssm get-parameters-by-path, op read, op item, op signin, op document, bw get, bw list, bw unlock, bw export',
    'lpass show, lpass export, pass show, secret-tool lookup, secret-tool search, cmdkey, vaultcmd, kubectl get secret, kubectl get secrets',
    'vault read, vault kv get, vault token, vault print token, heroku auth:token, doctl auth token, fly auth token, flyctl auth token',
    'git credential, git credential-manager, git-credential-manager, git-credential-osxkeychain, docker-credential-desktop',
    'docker-credential-osxkeychain, docker-credential-secretservice, docker-credential-wincred, mimikatz, lazagne, hf auth',
    'huggingface-cli whoami, keyctl, printenv, dscl . -read, netsh wlan show, glab auth status, vercel whoami, netlify status',
  ],
  persistence: [
    'crontab, schtasks /create, register-scheduledtask, systemctl enable, systemctl link, loginctl enable-linger, launchctl load',
    'launchctl bootstrap, launchctl submit, launchctl enable, update-rc.d, chkconfig, sc create, new-service, at now',
    'git config core.hookspath, nssm install',
  ],
  'agent-cli': [
    'claude, claude-code, gemini, codex, cursor-agent, aider, opencode, copilot, qwen, crush, openclaw, goose, q chat',
    'gh copilot, npx @anthropic-ai/claude-code, npx @google/gemini-cli, npx @openai/codex, npx opencode-ai, bunx @anthropic-ai/claude-code',
    'auggie, kiro-cli',
  ],
  download: [
    'curl, wget, wget2, aria2c, axel, iwr, irm, invoke-webrequest, invoke-restmethod, start-bitstransfer, scp, sftp, ftp, tftp',
    'bitsadmin, git clone, gh release download, gh repo clone, new-object net.webclient, new-object system.net.webclient, rclone, lynx',
  ],
  shell: [
    'sh, bash, zsh, dash, ksh, ash, fish, csh, tcsh, busybox, cmd, powershell, pwsh, nc, ncat, netcat, socat, telnet, source, eval',
    'iex, invoke-expression, ssh',
  ],
  'package-manager': [
    'npm, npx, pnpm, pnpx, yarn, bunx, bun install, bun add, bun i, bun x, bun create, pip, pipx, uv, uvx, poetry, pdm, conda, mamba, brew',
    'apt, apt-get, aptitude, dnf, yum, apk, pacman, zypper, choco, winget, scoop, gem, bundle, composer, corepack, nuget, snap, flatpak',
    'easy_install, deno install, deno add, cargo install, go install, go get, dotnet add, dotnet tool, python pip',
  ],
  interpreter: [
    'node, nodejs, bun, deno, tsx, ts-node, python, pythonw, py, perl, ruby, php, lua, java, osascript, wscript, cscript, mshta, rundll32',
    'regsvr32, msiexec, awk, gawk, dotnet, go run, julia, rscript, swift, chmod, installutil, regasm, msbuild',
  ],
} as const satisfies Record<string, readonly string[]>;

/** What programs and words alone do not say; matched on a part of a line, in lower case. */
export const COMMAND_PATTERNS: readonly (readonly [keyof typeof COMMAND_NAMES, RegExp])[] = [
  /** Homes, roots and disks; `rm -rf dist` is a build. */
  [
    'destructive',
    /^rm\s.{0,60}(?:\s|^)(?:~|\/|\$\{?home\}?|\/home|\/root|\/users|\/etc|\/usr|%userprofile%)(?:\/\*{0,2})?(?:\s|$)/,
  ],
  ['destructive', /^rm\s{1,5}-\S{1,10}\s{1,5}\*(?:\s|$)/],
  ['destructive', /^find\s{1,5}(?:~|\/|\$home)\S{0,100}\s.{0,200}-delete/],
  ['destructive', /^dd\s.{0,200}of=\/dev\//],
  ['destructive', /^(?:rd|rmdir|del|erase)\s.{0,40}(?:%userprofile%|c:\\(?:users|windows|\s|$|\*))/],
  ['destructive', /^(?:remove-item|ri)\s.{0,80}(?:\$home|\$env:userprofile|~|c:\\users)/],
  ['destructive', /^format\s{1,5}[a-z]:/],
  ['credential-tool', /^(?:npm|pnpm|yarn)\s{1,5}config\s.{0,100}_auth/],
  ['credential-tool', /^gpg\s.{0,60}--export-secret/],
  ['credential-tool', /^kubectl\s.{0,80}(?:get\s.{0,40}secrets?\b|config\s{1,5}view\s.{0,40}--raw)/],
  ['persistence', /^reg(?:\.exe)?\s{1,5}add\s.{0,200}\\run(?:once)?\b/],
  ['persistence', /^(?:new|set)-itemproperty\s.{0,200}\\run(?:once)?\b/],
  [
    'persistence',
    />{1,2}\s{0,5}\S{0,200}(?:\.bashrc|\.zshrc|\.profile|\.bash_profile|\.zshenv|authorized_keys|launchagents\/\S{1,100}|crontab|cron\.d\/\S{1,60})(?:\s|$)/,
  ],
  ['download', /^certutil\s.{0,60}-urlcache/],
  ['shell', /\/dev\/(?:tcp|udp)\//],
];
