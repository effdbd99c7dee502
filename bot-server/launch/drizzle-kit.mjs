#!/usr/bin/env node
// node bot-server/launch/drizzle-kit.mjs generate --name <what-changes>
// npm installs drizzle-orm inside bot-server/ and drizzle-kit at the root, from where it cannot find drizzle-orm.
import Module, { register } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';

const STATE = './bot-server/src/adapters/state';

process.chdir(root);
process.env.NODE_PATH = path.join(root, 'bot-server/node_modules');
Module._initPaths();
register('./drizzle-resolve.mjs', import.meta.url);

const [command = 'help', ...args] = process.argv.slice(2);
const places = command === 'generate' ? ['--dialect', 'sqlite', '--schema', `${STATE}/tables.ts`] : [];
if (places.length > 0 && !args.includes('--out')) places.push('--out', `${STATE}/migrations`);
process.argv.splice(2, Infinity, command, ...places, ...args);
await import(pathToFileURL(path.join(root, 'node_modules/drizzle-kit/bin.cjs')).href);
