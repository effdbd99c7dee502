import type { Context } from 'hono';
import type { ApiEnv } from './environment.ts';
import { Refusal } from './problems.ts';
import type { FileReply } from './route.ts';

/** Seconds that a phone keeps what never changes; what is withdrawn is gone from it after that. */
const KEPT_SECONDS = 3_600;

/** The request's body as it came. @throws Refusal when the connection broke before its end */
export async function readFile(c: Context<ApiEnv>): Promise<Uint8Array> {
  try {
    return new Uint8Array(await c.req.arrayBuffer());
  } catch {
    throw new Refusal('upload_cut_off');
  }
}

/**
 * A file to be looked at where it is opened, under its own name. It is never taken for anything but its type, runs nothing
 * and loads nothing.
 */
export function sendFile(c: Context<ApiEnv>, { bytes, type, name, tag, caching }: FileReply): Response {
  const headers = cachingHeaders(tag, caching);
  if (headers.etag !== undefined && c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers);
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'content-length': String(bytes.length),
    'content-disposition': `inline; ${fileName(name)}`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    ...headers,
  });
}

function cachingHeaders(tag: string, caching: FileReply['caching']): Record<string, string> {
  if (caching === 'no-store') return { 'cache-control': 'no-store' };
  return { 'cache-control': `private, max-age=${KEPT_SECONDS}`, etag: `"${tag}"` };
}

/** As RFC 6266 writes a name with letters beyond ASCII, and one without for whoever does not know it. */
export function fileName(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[đĐ]/g, 'd')
    .replace(/[^\w. -]/g, '');
  const coded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `filename="${plain}"; filename*=UTF-8''${coded}`;
}
