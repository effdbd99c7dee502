import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that keeps what people sent, as Zalo's do, and misbehaves when told. */
export interface MediaServer {
  /** "http://127.0.0.1:40123": what `MEDIA_HOSTS` has to allow. */
  readonly origin: string;
  /** Paths that were asked for. */
  readonly asked: readonly string[];
  /** Gives the address under which these bytes can be fetched. */
  put(path: string, bytes: Uint8Array): string;
  /** The address of something that goes wrong. */
  wrong(how: Wrong, to?: string): string;
  stop(): Promise<void>;
}

export type Wrong = 'missing' | 'slow' | 'cut' | 'endless' | 'large' | 'redirect' | 'html' | 'broken';

const LARGE = 64 * 1024 * 1024;

export async function startMediaServer(): Promise<MediaServer> {
  const files = new Map<string, Uint8Array>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://media');
    asked.push(url.pathname);
    const [, how] = /^\/wrong\/(\w+)$/.exec(url.pathname) ?? [];
    const file = files.get(url.pathname);
    if (how === 'slow') return;
    if (how === 'cut') {
      response.writeHead(200, { 'content-length': 1000 });
      response.write('#!AMR\n', () => response.destroy());
    } else if (how === 'endless') {
      response.writeHead(200);
      const more = () => {
        while (response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', more);
      response.on('error', () => {});
      more();
    } else if (how === 'large') response.writeHead(200, { 'content-length': LARGE }).write('#!AMR\n');
    else if (how === 'redirect') response.writeHead(302, { location: url.searchParams.get('to') ?? '' }).end();
    else if (how === 'html') response.writeHead(200, { 'content-type': 'audio/amr' }).end('<html>Đăng nhập</html>');
    else if (how === 'broken') response.writeHead(500).end();
    else if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ origin, asked },
    put(path, bytes) {
      files.set(path, bytes);
      return origin + path;
    },
    wrong: (how, to = '') => `${origin}/wrong/${how}${to === '' ? '' : `?to=${encodeURIComponent(to)}`}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
