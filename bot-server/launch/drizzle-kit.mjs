#!/usr/bin/env node
// node bot-server/launch/drizzle-kit.mjs generate --name <what-changes>
// Makes the migrations of both databases; with --dialect sqlite or --dialect postgresql of one.
// npm installs drizzle-orm inside bot-server/ and drizzle-kit at the root, from where it cannot find drizzle-orm.
import { spawnSync } from 'node:child_process';
import Module, { register } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from './root.mjs';

const STATE = './bot-server/src/adapters/state';
const KITS = { sqlite: 'sqlite', postgresql: 'postgres' };

process.chdir(root);
const [command = 'help', ...args] = process.argv.slice(2);
const dialect = args[args.indexOf('--dialect') + 1];

if (command === 'generate' && !args.includes('--dialect')) {
  for (const one of Object.keys(KITS)) {
    const own = [fileURLToPath(import.meta.url), command, '--dialect', one, ...args];
    const { status } = spawnSync(process.execPath, own, { stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
} else {
  process.env.NODE_PATH = path.join(root, 'bot-server/node_modules');
  Module._initPaths();
  register('./drizzle-resolve.mjs', import.meta.url);
  const kit = KITS[dialect];
  const places = command === 'generate' ? ['--schema', `${STATE}/tables.${kit}.ts`] : [];
  if (places.length > 0 && !args.includes('--out')) places.push('--out', `${STATE}/migrations/${kit}`);
  process.argv.splice(2, Infinity, command, ...places, ...args);
  await import(pathToFileURL(path.join(root, 'node_modules/drizzle-kit/bin.cjs')).href);
}
