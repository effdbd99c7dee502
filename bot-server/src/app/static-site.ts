import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { Hono } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import type { ApiEnv } from '../api/environment.ts';

export interface StaticSite {
  /** Folder of the built Mini App. */
  readonly folder: string;
  /** Id in the address: /zapps/<id>/. */
  readonly id: string;
}

const HIDDEN = /(^|\/)\./;
/** As the Mini App's build names its files: "assets/index.ChzteyVi.module.js", "assets/style-CY8YC9CH.css". */
const HASHED = /^assets\/[^/]*[.-][\w-]{8}\.[\w.]+$/;
const TAKES_GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i;

interface Served {
  readonly body: Buffer<ArrayBuffer>;
  readonly gzip: Buffer<ArrayBuffer> | null;
  readonly etag: string;
  readonly type: string;
  /** Hashes of the page's own inline scripts, for its content security policy. */
  readonly scripts: readonly string[];
}

/** The Mini App in an ordinary browser: files under /zapps/<id>/, the app's page for every address that is not a file. */
export function staticSite({ folder, id }: StaticSite): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  const base = `/zapps/${id}/`;
  const read = cachedReader(folder, base);
  app.get('/', (c) => c.redirect(base));
  app.get(base.slice(0, -1), (c) => c.redirect(base, 308));
  app.get(`${base}*`, (c, next) => {
    const name = c.req.path.slice(base.length);
    const file = read(name);
    if (file !== null) return reply(c, file, name);
    // A missing file must not answer with a page. "PL.III" at the end of an address is no file: no such kind exists.
    if (HIDDEN.test(name) || getMimeType(name) !== undefined) return next();
    const page = read('index.html');
    return page === null ? c.text('Mini App chưa được dựng. Hãy chạy npm start.', 503) : reply(c, page, 'index.html');
  });
  return app;
}

function reply(c: Context<ApiEnv>, served: Served, name: string): Response {
  const page = name === 'index.html';
  const headers: Record<string, string> = {
    'content-type': served.type,
    etag: served.etag,
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    // A name with a hash of the content never means another content; the page that lists them must always be asked for.
    'cache-control': HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(page ? { 'content-security-policy': policy(served.scripts), 'x-frame-options': 'DENY' } : {}),
  };
  if (isKnown(c.req.header('if-none-match'), served.etag)) return c.body(null, 304, headers);
  const zipped = served.gzip !== null && TAKES_GZIP.test(c.req.header('accept-encoding') ?? '');
  return c.body(zipped ? served.gzip : served.body, 200, zipped ? { ...headers, 'content-encoding': 'gzip' } : headers);
}

/** Whether the caller names the tag among those it has. A proxy that compresses on its way marks it as weak. */
function isKnown(asked: string | undefined, etag: string): boolean {
  const tags = (asked ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

/** Nothing foreign is loaded or called. zmp-ui and React set styles inline. */
function policy(scripts: readonly string[]): string {
  const own = ["'self'", ...scripts.map((hash) => `'sha256-${hash}'`)].join(' ');
  return [
    "default-src 'self'",
    `script-src ${own}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    // Recordings come by a request of their own and are played from memory.
    "media-src 'self' blob:",
    "connect-src 'self'",
    "base-uri 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Reads a file of the folder once and again when it changes on disk; null when there is none. */
function cachedReader(folder: string, base: string): (name: string) => Served | null {
  const kept = new Map<string, { readonly changed: number; readonly served: Served }>();
  return (name) => {
    const file = path.join(folder, name);
    if (!file.startsWith(folder + path.sep) || HIDDEN.test(name)) return null;
    const changed = changedAt(file);
    if (changed === null) return null;
    const found = kept.get(name);
    if (found?.changed === changed) return found.served;
    const served = prepare(readFileSync(file), name, base);
    kept.set(name, { changed, served });
    return served;
  };
}

function changedAt(file: string): number | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() ? stat.mtimeMs : null;
}

function prepare(content: Buffer, name: string, base: string): Served {
  const type = getMimeType(name) ?? 'application/octet-stream';
  const text = /^text\/|javascript|json|svg/.test(type);
  const html = name.endsWith('.html') ? withBase(content.toString('utf8'), base) : null;
  const body = Buffer.from(html ?? content);
  return {
    body,
    gzip: text && body.length > 1024 ? Buffer.from(gzipSync(body)) : null,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    type,
    scripts: html === null ? [] : inlineScripts(html),
  };
}

/** Assets are named relative to the app's root, so a page opened at a deeper address needs to be told where that is. */
function withBase(html: string, base: string): string {
  return /<base\b/i.test(html.replaceAll(/<script\b[\s\S]*?<\/script>/gi, ''))
    ? html
    : html.replace(/<head[^>]*>/i, `$&<base href="${base}">`);
}

function inlineScripts(html: string): string[] {
  const found = html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/gi);
  return [...found].map(([, code = '']) => createHash('sha256').update(code).digest('base64'));
}
