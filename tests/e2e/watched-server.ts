import { rmSync } from 'node:fs';
import { readConfig } from '../../bot-server/src/app/config.ts';
import { createLog } from '../../bot-server/src/app/log.ts';
import { startServer } from '../../bot-server/src/app/server.ts';
import { folderWithIndex } from '../fakes/state-folder.ts';
import { watchWard } from '../fakes/watched-ward.ts';

export interface WatchedServer {
  readonly origin: string;
  stop(): Promise<void>;
}

/** The server in this process, in demo mode on 21/11/2026, with one ward whose plan is watched. */
export async function watchedServer(ward: string): Promise<WatchedServer> {
  const varDir = await folderWithIndex();
  const config = readConfig({ VAR_DIR: varDir, DEMO: '1', PORT: '0', CLOCK: '2026-11-21T08:00:00+07:00' });
  const server = await startServer(config, createLog('silent'));
  await watchWard(callerOf(server.address), ward);
  const stop = async () => {
    await server.stop();
    rmSync(varDir, { recursive: true, force: true });
  };
  return { origin: server.address, stop };
}

type Caller = Parameters<typeof watchWard>[0];

function callerOf(origin: string): Caller {
  const call: Caller['call'] = async (method, address, { body, token = null } = {}) => {
    const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
    const reply = await fetch(`${origin}${address}`, {
      method,
      headers: { 'content-type': 'application/json', ...authorization },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const bytes = new Uint8Array(await reply.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    return { status: reply.status, headers: reply.headers, bytes, text, json: text === '' ? null : JSON.parse(text) };
  };
  const signIn: Caller['signIn'] = async (persona, ward, more = {}) =>
    (await call('POST', '/api/v1/session/demo', { body: { persona, ward, ...more } })).json.token;
  return { call, signIn };
}
