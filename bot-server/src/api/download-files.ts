import type { Broadcast } from '@phuong-so/shared/domain/broadcast';
import { Hono } from 'hono';
import { posterSheet } from '../announcements/poster-sheet.ts';
import { totalsWorkbook } from '../announcements/totals-workbook.ts';
import { handoutOf, posterParts, totalsParts } from '../flows/announce/handout.ts';
import type { Download, DownloadKind } from '../ports/download-links.ts';
import type { ApiDeps, ApiEnv } from './environment.ts';
import { letterFile } from './letter-file.ts';
import { callerAddress } from './middleware/caller-address.ts';
import { type RateLimit, takeTurn } from './middleware/rate-limit.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { type MadeFile, reportFile } from './report-files.ts';
import { DOWNLOADING } from './route.ts';
import { fileName } from './send-file.ts';

/** Where files are opened with a link of `POST /api/v1/broadcasts/:id/downloads`, of report drafts, of letters, and of attachments. */
export const DOWNLOAD_PATH = '/tai-ve';
/** Pictures in a Zalo chat are not shown wider. */
const POSTER_PIXELS = 1080;
const GONE =
  'Liên kết tải về đã hết hạn hoặc không đúng. Vui lòng mở lại nội dung này trong ứng dụng và bấm tải lần nữa.';
const WAIT = 'Có quá nhiều lượt tải từ nơi này. Vui lòng chờ một phút rồi thử lại.';

interface File {
  readonly type: string;
  /** `attachment`: what a browser does not show. */
  readonly shown: 'inline' | 'attachment';
  readonly make: (deps: ApiDeps, broadcast: Broadcast) => Promise<Uint8Array | null>;
}

const FILES: Readonly<Record<DownloadKind, readonly [before: string, ending: string, file: File]>> = {
  poster_png: ['thong-bao', 'png', { type: 'image/png', shown: 'inline', make: posterPicture }],
  poster_pdf: ['thong-bao', 'pdf', { type: 'application/pdf', shown: 'inline', make: posterPdf }],
  script_txt: ['doc-loa', 'txt', { type: 'text/plain; charset=utf-8', shown: 'inline', make: scriptText }],
  totals_xlsx: [
    ...(['so-lieu', 'xlsx'] as const),
    {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      shown: 'attachment',
      make: totalsTable,
    },
  ],
};

export function downloadName(kind: DownloadKind, code: string): string {
  const [before, ending] = FILES[kind];
  return `${before}-${code}.${ending}`;
}

/** Files behind signed links, each for a short time; nothing on the way may keep them. */
export function downloadFiles(deps: ApiDeps, limit: RateLimit): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.use(`${DOWNLOAD_PATH}/*`, securityHeaders(), async (c, next) => {
    c.set('route', `${DOWNLOAD_PATH}/:token`);
    c.header('cache-control', 'private, no-store');
    c.header('x-robots-tag', 'noindex, nofollow');
    const wait = takeTurn(limit, null, callerAddress(c, deps.behindProxy), DOWNLOADING);
    if (wait === 0) return next();
    c.header('retry-after', String(wait));
    return c.text(WAIT, 429);
  });
  app.get(`${DOWNLOAD_PATH}/:token/:name?`, async (c) => {
    const wanted = deps.downloadLinks.read(c.req.param('token'));
    const made = wanted && (await makeFile(deps, wanted));
    if (made === null) return c.text(GONE, 404);
    return c.body(new Uint8Array(made.bytes), 200, {
      'content-type': made.type,
      'content-length': String(made.bytes.length),
      'content-disposition': `${made.shown}; ${fileName(made.name)}`,
    });
  });
  return app;
}

function makeFile(deps: ApiDeps, wanted: Download): Promise<MadeFile | null> {
  if ('reportDraftId' in wanted) return reportFile(deps, wanted);
  if ('attachmentId' in wanted) return attachedFile(deps, wanted.attachmentId);
  return 'obstacleId' in wanted ? letterFile(deps, wanted) : announcementFile(deps, wanted);
}

/** Checked when it was put up, so that a browser may show it. */
async function attachedFile({ attachments }: ApiDeps, id: string): Promise<MadeFile | null> {
  const [about, bytes] = await Promise.all([attachments.about(id), attachments.content(id)]);
  return about && bytes && { bytes, type: about.type, shown: 'inline', name: about.name };
}

async function announcementFile(
  deps: ApiDeps,
  { broadcastId, kind }: { readonly broadcastId: string; readonly kind: DownloadKind },
): Promise<MadeFile | null> {
  const broadcast = await deps.announce.broadcasts.byId(broadcastId);
  if (broadcast === null) return null;
  const [, , { type, shown, make }] = FILES[kind];
  const bytes = await make(deps, broadcast);
  return bytes && { bytes, type, shown, name: downloadName(kind, broadcast.code) };
}

async function poster({ announce, renderer }: ApiDeps, broadcast: Broadcast) {
  return posterSheet(await posterParts(announce, broadcast), renderer.heightOf);
}

async function posterPicture(deps: ApiDeps, broadcast: Broadcast): Promise<Uint8Array> {
  return deps.renderer.png(await poster(deps, broadcast), POSTER_PIXELS);
}

async function posterPdf(deps: ApiDeps, broadcast: Broadcast): Promise<Uint8Array> {
  return deps.renderer.pdf(await poster(deps, broadcast));
}

/** With the mark by which Windows knows UTF-8. */
async function scriptText({ announce, spokenWords }: ApiDeps, broadcast: Broadcast): Promise<Uint8Array> {
  const { script } = await handoutOf(announce, broadcast, spokenWords);
  return new TextEncoder().encode(`\uFEFF${script.replaceAll('\n', '\r\n')}\r\n`);
}

async function totalsTable({ announce, workbooks }: ApiDeps, { id }: Broadcast): Promise<Uint8Array | null> {
  const parts = await totalsParts(announce, id);
  return parts && workbooks.write(totalsWorkbook(parts));
}
