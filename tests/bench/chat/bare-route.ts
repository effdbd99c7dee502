import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { isSignedByZalo } from '../../../bot-server/src/inbound/verify-signature.ts';

/** The peer of the webhook: the same signature over the raw body, JSON read once, nothing stored. */
const [appId = '', oaSecret = ''] = process.argv.slice(2);
const app = new Hono();
app.post('/webhooks/zalo', async (c) => {
  const raw = new Uint8Array(await c.req.arrayBuffer());
  const { timestamp } = JSON.parse(new TextDecoder().decode(raw)) as { timestamp: string };
  const header = c.req.header('x-zevent-signature');
  return c.body(null, isSignedByZalo({ raw, header, appId, timestamp, oaSecret }) ? 200 : 401);
});
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info: AddressInfo) => {
  process.stdout.write(`http://127.0.0.1:${info.port} \n`);
});
process.once('SIGTERM', () => server.close(() => process.exit(0)));
