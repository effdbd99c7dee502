#!/usr/bin/env node
// The one entry of every npm command. Plain Node without dependencies, because it also runs before they are installed.
import { runCommand } from './commands.mjs';
import { ensureInstalled } from './install.mjs';
import { ensureNodeVersion } from './node-version.mjs';

ensureNodeVersion(process.versions.node);
const [command, ...args] = process.argv.slice(2);
ensureInstalled();
process.exitCode = await runCommand(command, args);
