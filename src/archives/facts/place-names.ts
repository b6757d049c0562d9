/**
 * Places by what they hold: rows of names as paths write them, in lower case, anywhere in a path. `*` is any one name, `$` the path's
 * end. A category stands before those that a place of both belongs to less.
 *
 * `.env` is none: half of all servers load it. Nor are browsers as programs (`Google/Chrome/Application`), which servers start.
 */
export const PLACE_NAMES = {
  wallet: [
    'wallet.dat$, .bitcoin, .litecoin, .dogecoin, .dashcore, .zcash, .monero, .electrum, .ethereum, ethereum/keystore, geth/keystore',
    'bitcoin/wallets, electrum/wallets, exodus.wallet, roaming/exodus, application support/exodus, .config/exodus, roaming/atomic',
    'atomic/local storage, ledger live, trezor suite, @trezor, coinomi, roaming/guarda, com.liberty.jaxx, binance/app-store.json',
    '.config/solana, .config/solana/id.json, solana/id.json, .sui/sui_config, .aptos/config.yaml, .near-credentials, .starkli-wallets',
    '.foundry/keystores, .brownie/accounts, .cardano, .terra, .tron',
  ],
  'browser-profile': [
    'user data, login data$, login data for account, web data$, default/cookies$, network/cookies$, default/history$, cookies.sqlite$',
    'key3.db$, key4.db$, logins.json$, signons.sqlite$, cookies.binarycookies$, local extension settings, local storage/leveldb',
    'sync extension settings, indexeddb/chrome-extension_*, google/chrome$, google/chrome/default, google/chrome beta$, bravesoftware',
    'microsoft/edge$, opera software/opera stable, opera software/opera gx stable, yandex/yandexbrowser, application support/google/chrome',
    'application support/chromium, application support/microsoft edge, application support/vivaldi, application support/arc',
    'application support/firefox, .config/google-chrome, .config/google-chrome-beta, .config/chromium, .config/bravesoftware',
    '.config/microsoft-edge, .config/vivaldi, .config/opera, .mozilla, mozilla/firefox, firefox/profiles, library/safari',
    'discord/local storage, discordcanary/local storage, discordptb/local storage, discord/leveldb, slack/cookies, slack/local storage',
    'telegram desktop/tdata, telegramdesktop/tdata, tdata/key_datas, signal/config.json, signal/sql',
  ],
  'agent-config': [
    'claude_desktop_config.json, .claude, .claude.json$, claude/settings.json, managed-settings.json$, claude.md$, claude.local.md$',
    'agents.md$, gemini.md$, .mcp.json$, mcp_config.json$, mcp-config.json$, mcp_settings.json$, cline_mcp_settings.json$',
    '.cursor, .cursorrules$, cursor/user/globalstorage, cursor/user/settings.json, .codeium, .windsurf, .windsurfrules$, .gemini, .codex',
    '.vscode/mcp.json, code/user/mcp.json, code - insiders/user/mcp.json, .cline, .clinerules, .roo, .roorules, .continue, .kiro, .trae',
    '.qwen, .amazonq, .aws/amazonq, .zed, .config/zed, application support/zed, roaming/zed, zed/settings.json, .config/goose',
    '.config/opencode, .opencode, opencode.json$, opencode.jsonc$, .config/crush, .config/amp, .lmstudio, .copilot, .github/copilot',
    '.config/github-copilot, github-copilot, copilot-instructions.md$, .factory, .junie, .augment, librechat.yaml$, .openclaw, .goosehints$',
    '.config/claude, .config/cursor, .config/mcp, .aider.conf.yml$, rooveterinaryinc.roo-cline, saoudrizwan.claude-dev',
  ],
  'editor-settings': [
    '.vscode/tasks.json, .vscode/settings.json, .vscode/launch.json, .vscode/extensions.json, .vscode/extensions, .vscode$, .idea',
    'code/user/settings.json, code/user/tasks.json, code/user/keybindings.json, code - insiders/user/settings.json, vscodium/user',
    '.devcontainer, .devcontainer.json$, .fleet, .vimrc$, .gvimrc$, .config/nvim, .emacs$, .emacs.d, sublime text/packages',
    'sublime-project$',
  ],
  'shell-startup': [
    '.bashrc$, .bash_profile$, .bash_login$, .bash_logout$, .bash_aliases$, .zshrc$, .zshenv$, .zprofile$, .zlogin$, .zlogout$',
    '.cshrc$, .tcshrc$, .kshrc$, */.profile$, config.fish$, fish/conf.d, etc/profile$, etc/profile.d, etc/bashrc$, etc/bash.bashrc$',
    'etc/zshrc$, etc/zshenv$, etc/zsh, etc/environment$, microsoft.powershell_profile.ps1$, powershell/profile.ps1$',
    'windowspowershell/profile.ps1$, .config/powershell, nushell/config.nu$, .config/nushell',
  ],
  'git-hooks': [
    '.git/hooks, .git/config$, .git/info, .husky, .config/git, .gitconfig$, git-templates, .git-templates, .githooks, core.hookspath$',
  ],
  'ci-workflows': [
    '.github/workflows, .github/actions, .gitlab-ci.yml$, .circleci/config.yml, .travis.yml$, jenkinsfile$, azure-pipelines.yml$',
    'bitbucket-pipelines.yml$, .drone.yml$, .woodpecker.yml$, .buildkite',
  ],
  'system-persistence': [
    'etc/crontab, etc/cron.d, etc/cron.hourly, etc/cron.daily, etc/cron.weekly, etc/cron.monthly, etc/anacrontab, var/spool/cron, crontabs',
    'etc/systemd, systemd/user, systemd/system, etc/init.d, etc/rc.local, etc/rc.d, etc/ld.so.preload, etc/xdg/autostart, etc/sudoers',
    'etc/sudoers.d, etc/pam.d, etc/update-motd.d, library/launchagents, library/launchdaemons, launchagents, launchdaemons',
    '.config/autostart, start menu/programs/startup, programs/startup, currentversion/run$, currentversion/runonce$, currentversion/run/*',
    'currentversion/winlogon, sitecustomize.py$, usercustomize.py$, .pam_environment$, .xprofile$, .xinitrc$, windows/system32/tasks',
    'currentversion/image file execution options, com.apple.loginitems.plist$, etc/udev/rules.d, .config/environment.d',
  ],
  credentials: [
    '.ssh, id_rsa$, id_dsa$, id_ecdsa$, id_ed25519$, authorized_keys$, etc/ssh, .npmrc$, .pypirc$, .yarnrc.yml$, .netrc$, _netrc$',
    '.git-credentials$, .aws, .azure, .config/gcloud, gcloud/credentials.db, gcloud/access_tokens.db, application_default_credentials.json$',
    '.config/gh, .config/hub, gh/hosts.yml, github cli/hosts.yml, .config/glab-cli, .config/doctl, .config/heroku, .config/configstore',
    '.config/rclone, rclone.conf$, .config/op, .config/stripe, .config/netlify, .config/vercel, com.vercel.cli, .config/turso, .railway',
    '.fly/config.yml, .config/sops, .config/age, .config/firebase, .clasprc.json$, .kube, .docker/config.json, .dockercfg$',
    '.config/containers/auth.json, .vault-token$, .terraform.d, .terraformrc$, .gnupg, .password-store, .pgpass$, pgpass.conf$, .my.cnf$',
    '.mylogin.cnf$, .s3cfg$, .boto$, .cargo/credentials, .cargo/credentials.toml, .gem/credentials, .m2/settings.xml',
    '.m2/settings-security.xml, .gradle/gradle.properties, .nuget/nuget.config, .composer/auth.json, .huggingface/token, huggingface/token$',
    '.databrickscfg$, .databricks, .snowflake, .snowsql, .oci/config, .bluemix, .config/hcloud, .linode-cli$, .config/linode-cli',
    '.circleci/cli.yml, .expo/state.json, .wrangler, .config/.wrangler, library/keychains, keychains, login.keychain$, login.keychain-db$',
    'share/keyrings, .gnome2/keyrings, kwalletd, share/kwalletd, microsoft/credentials, microsoft/protect, microsoft/vault, 1password',
    'roaming/bitwarden, application support/bitwarden, .config/bitwarden, bitwarden cli, keepass, keepassxc, lastpass, .lastpass, dashlane',
    'etc/shadow$, etc/gshadow$, etc/passwd$, etc/krb5.keytab$, proc/*/environ, proc/*/mem, proc/*/maps, runner.worker, config/sam$',
    'var/run/secrets, run/secrets, serviceaccount/token$, .bash_history$, .zsh_history$, .python_history$, .node_repl_history$',
    '.mysql_history$, .psql_history$, consolehost_history.txt$, filezilla/recentservers.xml, filezilla/sitemanager.xml, winscp.ini$',
    '.openvpn, etc/openvpn, etc/wireguard, .wg, .putty/sessions, simontatham/putty, .config/remmina, .local/share/remmina',
  ],
  'package-manager-config': [
    '.yarnrc$, .pnpmrc$, bunfig.toml$, .bunfig.toml$, pip.conf$, pip.ini$, .config/pip, .pip, .pydistutils.cfg$, .condarc$, uv.toml$',
    '.config/uv, .cargo/config.toml, .cargo/config$, pnpm/rc$, etc/npmrc$, npm/npmrc$, lib/node_modules/npm, .config/pypoetry, .bundle/config',
  ],
} as const satisfies Record<string, readonly string[]>;

/** What files are by their ending alone. */
export const PLACE_ENDINGS = {
  '.kdbx': 'credentials',
  '.kdb': 'credentials',
  '.keychain': 'credentials',
  '.keychain-db': 'credentials',
  '.ovpn': 'credentials',
} as const satisfies Record<string, keyof typeof PLACE_NAMES>;

/** Wallets as browser extensions, by the ids that their data lie under. */
export const WALLET_EXTENSIONS: ReadonlySet<string> = new Set(
  `nkbihfbeogaeaoehlefnkodbefgpgknn ejbalbakoplchlghecdalmeeeajnimhm bfnaelmomeimhlpmgjnjophhpkkoljpa hnfanknocfeofbddgcijnmhnfnkdnaad
  egjidjbpglichdcondbcbdnbeeppgdph fhbohimaelbohpjbbldcngcnapndodjp ibnejdfjmmkpcnlpebklmnkoeoihofec mcohilncbfahbmgdjkbpemcciiolgcge
  dmkamcknogkgcdfhhbddcghachkejeap fnjhmkhhmkbjkkabndcnnogagogbneec aholpfdialjgjfhomihkjbmgjidlcdno opcgpfmipidbgpenhmajoajpbobppdil
  bhhhlbepdkbapadjdnnojkbgioiodbic lgmpcpglpngdoalbgeoldeajfclnhafa`.split(/\s+/),
);
