import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { certificateSheet } from '../learning/certificate-sheet.ts';
import { CHECK_PATH, certificateParts, toCertificateReply } from './certificate-address.ts';
import { type Checked, checkPage } from './check-page.ts';
import type { ApiDeps, ApiEnv } from './environment.ts';
import { callerAddress } from './middleware/caller-address.ts';
import { type RateLimit, takeTurn } from './middleware/rate-limit.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { CHECKING } from './route.ts';

/** A4 at 150 dots to the inch: sharp on a phone, and on paper good enough. */
const PICTURE_PIXELS = 1754;
/** Longer ones are no code, and are not repeated on the page. */
const LONGEST_CODE = 20;
/** The page's own style is all that the browser may load; its form leads to the page itself. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

type Asked = Context<ApiEnv>;

/** Where anybody checks a certificate without the Mini App, and gets it as a picture or to print. */
export function certificatePages(deps: ApiDeps, limit: RateLimit): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.use(`${CHECK_PATH}/*`, securityHeaders(), async (c, next) => {
    c.set('route', c.req.path === CHECK_PATH ? CHECK_PATH : `${CHECK_PATH}/:code`);
    c.header('cache-control', 'no-store');
    c.header('x-robots-tag', 'noindex, nofollow');
    const wait = takeTurn(limit, null, callerAddress(c, deps.behindProxy), CHECKING);
    if (wait === 0) return next();
    c.header('retry-after', String(wait));
    return page(c, { kind: 'too_many' }, 429);
  });
  app.get(CHECK_PATH, (c) => checked(c, deps, c.req.query('ma')?.trim() || null));
  app.get(`${CHECK_PATH}/:code`, (c) => checked(c, deps, c.req.param('code')));
  app.get(`${CHECK_PATH}/:code/giay.png`, (c) => file(c, deps, 'png'));
  app.get(`${CHECK_PATH}/:code/giay.pdf`, (c) => file(c, deps, 'pdf'));
  return app;
}

async function checked(c: Asked, deps: ApiDeps, code: string | null) {
  if (code === null) return page(c, { kind: 'nothing_asked' }, 200);
  const found = code.length > LONGEST_CODE ? null : await deps.learning.certificate(code);
  if (found === null) return page(c, { kind: 'none', code: code.slice(0, LONGEST_CODE) }, 404);
  return page(c, { kind: 'found', certificate: toCertificateReply(deps, found) }, 200);
}

async function file(c: Context<ApiEnv, `${string}/:code/${string}`>, deps: ApiDeps, kind: 'png' | 'pdf') {
  const code = c.req.param('code');
  const found = code.length > LONGEST_CODE ? null : await deps.learning.certificate(code);
  if (found === null) return page(c, { kind: 'none', code: code.slice(0, LONGEST_CODE) }, 404);
  const sheet = certificateSheet(certificateParts(deps, found));
  const bytes = kind === 'png' ? await deps.renderer.png(sheet, PICTURE_PIXELS) : await deps.renderer.pdf(sheet);
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': kind === 'png' ? 'image/png' : 'application/pdf',
    'content-disposition': `inline; filename="chung-nhan-${found.code}.${kind}"`,
  });
}

function page(c: Asked, found: Checked, status: ContentfulStatusCode): Response | Promise<Response> {
  c.header('content-security-policy', PAGE_POLICY);
  return c.html(checkPage(found), status);
}
