import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { runCommand } from '../fakes/run-command.ts';

function node(code: string) {
  return spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
}

test('an unknown command lists the known ones and ends with exit 2', () => {
  const { status, stderr } = runCommand(['toString'], {});
  expect(status).toBe(2);
  expect(stderr).toMatch(/start.*test.*check.*ask.*chat/);
});

test.each([
  ['18.20.0', 2],
  ['20.18.1', 2],
  ['20.19.0', 0],
  ['22.1.0', 0],
])('Node %s: exit %i, with a message in both languages when it is too old', (version, status) => {
  const run = node(`import('./bot-server/launch/node-version.mjs').then((m) => m.ensureNodeVersion('${version}'))`);
  expect(run.status).toBe(status);
  if (status !== 0) expect(run.stderr).toMatch(/Cần Node\.js 20\.19.*Node\.js 20\.19 or later/);
});

test.each([
  [{}, { DEMO: '1' }],
  [{ DEMO: '0' }, {}],
  [{ ZALO_APP_SECRET: 's' }, {}],
  [{ ZALO_OA_ID__SOME_WARD: '1' }, {}],
  [{ ZALO_APP_SECRET: '', ZALO_MINI_APP_ID: '42' }, { DEMO: '1' }],
])('npm start with %o adds %o', (env, added) => {
  const code = `import('./bot-server/launch/demo-environment.mjs').then((m) => console.log(JSON.stringify(m.demoEnvironment(${JSON.stringify(env)}))))`;
  expect(JSON.parse(node(code).stdout)).toEqual(added);
});
