import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ZALO_WEBHOOK_PATH } from '../../bot-server/src/inbound/zalo-webhook.ts';
import { startSimulatedZalo } from '../../bot-server/src/simulated-zalo/start-simulated-zalo.ts';
import { freePort } from '../fakes/free-port.ts';
import { startMediaServer } from '../fakes/media-server.ts';
import { startModelServer } from '../fakes/model-server/start-model-server.ts';
import { startServerProcess } from '../fakes/server-process.ts';
import { dataWithSwitch, SWITCHED_ON } from '../fakes/switched-ward.ts';

/** A chat that was claimed is anybody's again after half a minute. */
const PATIENCE_MS = 90_000;

test('a recording that is being listened to when the process is killed is heard again, and answered once', {
  timeout: PATIENCE_MS + 120_000,
}, async ({ onTestFinished }) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'phuong-so-giua-chung-'));
  const [zalo, model, media] = await Promise.all([
    startSimulatedZalo({ webhook: { retryAfterMs: [500, 500, 500] } }),
    startModelServer(),
    startMediaServer(),
  ]);
  const port = await freePort();
  const start = () =>
    startServerProcess({
      ...{ PORT: String(port), VAR_DIR: path.join(folder, 'var'), DATA_DIR: path.join(folder, 'data') },
      ...{ ZALO_APP_ID: 'sim-app', ZALO_APP_SECRET: 'sim-app-secret', ZALO_OA_WARD: SWITCHED_ON },
      ...{ ZALO_OA_ID: 'sim-oa-1', ZALO_OA_SECRET_KEY: 'sim-oa-secret-1' },
      ...{ ZALO_OA_REFRESH_TOKEN: 'sim-refresh-first-1', ZALO_OPENAPI_URL: zalo.url, ZALO_OAUTH_URL: zalo.url },
      ...{ OPENAI_API_KEY: model.apiKey, OPENAI_BASE_URL: model.url, OPENAI_TRANSCRIBE_MODEL: 'tai' },
      ...{ MEDIA_HOSTS: media.origin, MEDIA_WAIT_MS: '15000' },
    });
  dataWithSwitch(folder);
  let server = await start();
  onTestFinished(async () => {
    await server.kill();
    await Promise.all([zalo.stop(), model.stop(), media.stop()]);
    rmSync(folder, { recursive: true, force: true });
  });
  zalo.control.webhook.setUrl(`http://127.0.0.1:${port}${ZALO_WEBHOOK_PATH}`);
  const person = zalo.control.person('nguoi-noi');
  const heard = () => person.delivered().filter(({ text }) => text.startsWith('Tôi nghe bạn nói: «'));

  person.follows();
  await expect.poll(() => person.delivered().length, { timeout: 20_000 }).toBe(1);
  model.hear('Ai ký kế hoạch này?');
  model.play('faithful', 'slow');
  const url = media.put('/1.amr', readFileSync('tests/fixtures/media/tieng-bip.amr'));
  person.sends('audio', { attachments: [{ type: 'audio', payload: { url } }] });
  await expect.poll(() => media.asked.length, { timeout: 20_000 }).toBe(1);
  await server.kill();
  expect(heard()).toEqual([]);

  model.play('faithful');
  server = await start();
  await expect.poll(() => heard().length, { timeout: PATIENCE_MS }).toBe(1);
  await zalo.control.webhook.idle();
  expect(media.asked.length).toBe(2);
  // As it came: no ffmpeg is configured here.
  expect(model.recordings.map(({ name }) => name)).toEqual(['tin-nhan-thoai.amr']);
  expect(person.delivered()).toHaveLength(2);
});
