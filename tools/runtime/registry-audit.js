#!/usr/bin/env node
// npm links the commands of workspaces and not those of the root, and npx would otherwise install the clone into its cache.
import '../../bin/registry-audit.js';
