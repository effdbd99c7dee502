import { rmSync } from 'node:fs';
import { createApi } from '../../bot-server/src/api/create-api.ts';
import type { ApiDeps } from '../../bot-server/src/api/environment.ts';
import { composeApi, composeMetrics, composeService, type Service } from '../../bot-server/src/app/compose.ts';
import { type Config, type Environment, readConfig } from '../../bot-server/src/app/config.ts';
import { prepareDemo } from '../../bot-server/src/app/demo-announcements.ts';
import { createLog, type Log } from '../../bot-server/src/app/log.ts';
import { folderWithIndex } from './state-folder.ts';

export interface TestServer {
  /** Calls the API in this process; no port is opened. */
  call(method: string, path: string, options?: CallOptions): Promise<Reply>;
  /** The reply itself, whose body may go on. */
  open(path: string, token: string | null): Promise<Response>;
  /** The same of what is posted; a string goes as it is. */
  post(path: string, body: unknown, token: string | null): Promise<Response>;
  /** A demo session's token. */
  signIn(persona: string, ward: string, more?: Record<string, string>): Promise<string>;
  readonly deps: ApiDeps;
  readonly service: Service;
  readonly config: Config;
  readonly logged: readonly string[];
  close(): Promise<void>;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read replies of every shape.
  readonly json: any;
}

/** The real service over the repository's own content, with its state in a folder that is removed afterwards. */
export async function testServer(env: Environment = { DEMO: '1' }, change: Partial<ApiDeps> = {}): Promise<TestServer> {
  const folder = await folderWithIndex();
  const config = readConfig({ VAR_DIR: folder, CLOCK: '2025-11-21T08:00:00+07:00', ...env });
  const logged: string[] = [];
  const log: Log = createLog('info', { write: (line) => void logged.push(line) });
  const service = await composeService(config, log);
  await prepareDemo(service, config.demo);
  // Properties are defined, not spread: `index` is read anew by every request.
  const deps: ApiDeps = Object.defineProperties(
    composeApi(config, service, composeMetrics(), log),
    Object.getOwnPropertyDescriptors(change),
  );
  const app = createApi(deps);
  const server: TestServer = {
    ...{ deps, service, config, logged },
    async call(method, address, { body, token = null, headers = {} } = {}) {
      const isRaw = typeof body === 'string' || body instanceof Uint8Array;
      const raw = isRaw ? (body as string | Uint8Array<ArrayBuffer>) : JSON.stringify(body);
      const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
      const response = await app.request(address, {
        method,
        headers: { ...authorization, ...headers },
        ...(body === undefined ? {} : { body: raw }),
      });
      const bytes = new Uint8Array(await response.arrayBuffer());
      const text = new TextDecoder().decode(bytes);
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      return {
        status: response.status,
        headers: response.headers,
        bytes,
        text,
        json: isJson ? JSON.parse(text) : null,
      };
    },
    async open(address, token) {
      return app.request(address, { headers: token === null ? {} : { authorization: `Bearer ${token}` } });
    },
    async post(address, body, token) {
      return app.request(address, {
        method: 'POST',
        headers: token === null ? {} : { authorization: `Bearer ${token}` },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
    },
    async signIn(persona, ward, more = {}) {
      const reply = await server.call('POST', '/api/v1/session/demo', { body: { persona, ward, ...more } });
      return reply.json.token;
    },
    async close() {
      await service.close();
      rmSync(folder, { recursive: true });
    },
  };
  return server;
}
