import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The names that checks outside the project rely on. */
const PROMISED = [
  'mini-app',
  'bot-server',
  'shared',
  'data',
  'tests',
  'package.json',
  'tsconfig.json',
  'app-config.json',
  'README.md',
];
const ALSO = ['package-lock.json', 'biome.json', 'docs', 'CHANGELOG.md', '.ci', '.env.example', '.gitignore'];

/** Without git's list (a plain copy of the tree) there is nothing to compare with. */
const inGit = test.skipIf(!existsSync('.git'));

inGit('the root holds what is promised and nothing that has no reason to be there', () => {
  const tracked = execFileSync('git', ['ls-tree', '--name-only', 'HEAD'], { encoding: 'utf8' }).trim().split('\n');
  expect(tracked.filter((name) => ![...PROMISED, ...ALSO].includes(name))).toEqual([]);
  expect(PROMISED.filter((name) => !tracked.includes(name))).toEqual([]);
});

inGit('no tracked file is a machine’s or an editor’s leftover', () => {
  const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n');
  expect(
    tracked.filter((name) =>
      /(^|\/)(node_modules|www|var|\.DS_Store|\.env)(\/|$)|\.(log|db|sqlite|local\.ts)$/.test(name),
    ),
  ).toEqual([]);
});
