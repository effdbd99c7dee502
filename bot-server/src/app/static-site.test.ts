import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { staticSite } from './static-site.ts';

const PAGE = '<!doctype html><html><head><script>boot()</script></head><body><div id="app"></div></body></html>';
let folder: string;
let site: ReturnType<typeof staticSite>;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'www-'));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), PAGE);
  writeFileSync(path.join(folder, 'assets/app.ChzteyVi.module.js'), `// ${'x'.repeat(4000)}`);
  writeFileSync(path.join(folder, '.secret'), 'no');
  writeFileSync(path.join(folder, '..', `${path.basename(folder)}.txt`), 'outside');
  site = staticSite({ folder, id: 'demo' });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  rmSync(`${folder}.txt`);
});

test('the root leads to the app', async () => {
  expect((await site.request('/')).headers.get('location')).toBe('/zapps/demo/');
  expect((await site.request('/zapps/demo')).headers.get('location')).toBe('/zapps/demo/');
});

test.each(['/zapps/demo/', '/zapps/demo/trich-dan/a/PL.III', '/zapps/demo/index.html'])(
  '%s is the app’s page, and its assets are found from any depth',
  async (address) => {
    const reply = await site.request(address);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('cache-control')).toBe('no-cache');
    expect(await reply.text()).toContain('<head><base href="/zapps/demo/">');
  },
);

test('the page may run its own scripts and reach its own server, nothing else', async () => {
  const policy = (await site.request('/zapps/demo/')).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self' 'sha256-");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/https?:|\*/);
});

test('assets are kept for ever, sent compressed, and not sent again when known', async () => {
  const address = '/zapps/demo/assets/app.ChzteyVi.module.js';
  const reply = await site.request(address, { headers: { 'accept-encoding': 'gzip' } });
  expect(reply.headers.get('cache-control')).toContain('immutable');
  expect(reply.headers.get('content-type')).toMatch(/javascript/);
  expect(gunzipSync(Buffer.from(await reply.arrayBuffer())).toString()).toContain('xxx');
  const etag = reply.headers.get('etag') ?? '';
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
    expect((await site.request(address, { headers: { 'if-none-match': known } })).status, known).toBe(304);
  }
  expect((await site.request(address, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
});

test('a file whose name does not change with its content is asked for each time', async () => {
  writeFileSync(path.join(folder, 'assets/logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const reply = await site.request('/zapps/demo/assets/logo.svg');
  expect(reply.headers.get('cache-control')).toBe('no-cache');
});

test('who does not take gzip, and what is short, gets the file as it is', async () => {
  const address = '/zapps/demo/assets/app.ChzteyVi.module.js';
  for (const accept of ['', 'br', 'gzip;q=0', 'gzip; q=0.0, br']) {
    const reply = await site.request(address, { headers: { 'accept-encoding': accept } });
    expect(reply.headers.get('content-encoding'), accept).toBeNull();
    expect(await reply.text()).toContain('xxx');
  }
  const page = await site.request('/zapps/demo/', { headers: { 'accept-encoding': 'gzip' } });
  expect(page.headers.get('content-encoding')).toBeNull();
});

test('a missing asset is missing, not a page; nothing hidden or outside is served', async () => {
  const outside = `../${path.basename(folder)}.txt`;
  for (const name of ['assets/gone.js', '.secret', outside, encodeURIComponent(outside), 'assets/..%2f.secret']) {
    const reply = await site.request(`/zapps/demo/${name}`);
    expect([name, reply.status]).toEqual([name, 404]);
  }
  expect((await site.request('/zapps/other/')).status).toBe(404);
});

test('a new build is served without a restart', async () => {
  await site.request('/zapps/demo/');
  const page = path.join(folder, 'index.html');
  writeFileSync(page, PAGE.replace('boot()', 'next()'));
  utimesSync(page, new Date(), new Date(Date.now() + 5000));
  expect(await (await site.request('/zapps/demo/')).text()).toContain('next()');
});

test('before the first build the app says what to do', async () => {
  const reply = await staticSite({ folder: path.join(folder, 'none'), id: 'demo' }).request('/zapps/demo/');
  expect(reply.status).toBe(503);
  expect(await reply.text()).toContain('npm start');
});
