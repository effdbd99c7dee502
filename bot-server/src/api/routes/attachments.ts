import {
  attachmentLinkReply,
  attachmentParams,
  attachmentReply,
  attachmentUploadQuery,
  MOST_ATTACHMENT_BYTES,
} from '@phuong-so/shared/contracts/broadcasts';
import type { Session } from '@phuong-so/shared/domain/session';
import { attachmentName } from '../../announcements/attachment-name.ts';
import { announcesIn, seeBroadcast } from '../../flows/announce/see.ts';
import { deskOf } from '../../flows/work/see.ts';
import { type Attachment, StorageFull } from '../../ports/attachments.ts';
import type { RefusedFile } from '../../ports/uploads.ts';
import { DOWNLOAD_PATH } from '../download-files.ts';
import type { ApiDeps } from '../environment.ts';
import { type ProblemCode, Refusal } from '../problems.ts';
import { DOWNLOADING, type FileReply, route, UPLOADING } from '../route.ts';
import { currentSession, requireSession } from '../sign-in.ts';
import { requireWard } from '../ward.ts';

const PROBLEM_OF: Readonly<Record<RefusedFile['why'], ProblemCode>> = {
  unknown: 'file_kind',
  damaged: 'file_unreadable',
  active: 'file_active',
  too_many_pixels: 'picture_too_large',
};

export const putAttachment = route({
  method: 'post',
  path: '/api/v1/attachments',
  summary: 'Gửi lên một ảnh hoặc tệp PDF để kèm vào thông báo hoặc báo cáo công việc. Thân yêu cầu là chính tệp đó',
  access: 'signed_in',
  pace: UPLOADING,
  fileLimit: MOST_ATTACHMENT_BYTES,
  status: 201,
  query: attachmentUploadQuery,
  reply: attachmentReply,
  async handle({ query, file, session }, deps) {
    requireWard(deps, query.ward);
    const actor = await currentSession(deps, requireSession(session));
    if (!announcesIn(actor, query.ward)) throw new Refusal('not_allowed');
    const upload = await deps.uploads.accept(file);
    if (upload.kind === 'refused') throw new Refusal(PROBLEM_OF[upload.why]);
    const { type, bytes } = upload;
    const about = { ward: query.ward, createdBy: actor.subject, demo: actor.demo, type, bytes };
    const name = attachmentName(query.name ?? '', type);
    const kept = await keep(deps, { ...about, name, createdAt: deps.announce.clock.now().getTime() });
    return { id: kept.id, name: kept.name, kind: type === 'application/pdf' ? ('pdf' as const) : ('image' as const) };
  },
});

async function keep(deps: ApiDeps, file: Parameters<ApiDeps['attachments']['keep']>[0]): Promise<Attachment> {
  try {
    const kept = await deps.attachments.keep(file);
    if (kept === null) throw new Refusal('too_many_files');
    return kept;
  } catch (error) {
    if (error instanceof StorageFull) throw new Refusal('storage_full');
    throw error;
  }
}

/**
 * Whoever may read an announcement may see what goes with it; before it is out, whoever writes it and decides on it. What
 * goes with a report of officials' work all officials of the ward may see.
 */
export const attachment = route<{ id: string }, undefined, undefined, FileReply>({
  method: 'get',
  path: '/api/v1/attachments/:id',
  summary: 'Ảnh hoặc tệp PDF kèm theo một thông báo hoặc báo cáo công việc',
  params: attachmentParams,
  reply: null,
  async handle({ params, session }, deps) {
    const about = await deps.attachments.about(params.id);
    if (about === null) throw new Refusal('not_found');
    const caching = await seenBy(deps, about, session);
    const bytes = caching && (await deps.attachments.content(about.id));
    if (!caching || bytes === null) throw new Refusal('not_found');
    return { bytes, caching, type: about.type, name: about.name, tag: about.id };
  },
});

/** For whom may read the file itself; to anybody else it is not there. */
export const attachmentLink = route({
  method: 'post',
  path: '/api/v1/attachments/:id/links',
  summary:
    'Địa chỉ mở được trong 10 phút, không cần đăng nhập: ảnh hoặc tệp PDF kèm theo thông báo hoặc báo cáo công việc',
  access: 'signed_in',
  pace: DOWNLOADING,
  params: attachmentParams,
  reply: attachmentLinkReply,
  async handle({ params, session }, deps) {
    const about = await deps.attachments.about(params.id);
    if (about === null || (await seenBy(deps, about, requireSession(session))) === null) throw new Refusal('not_found');
    const { token, expiresAt } = deps.downloadLinks.issue({ attachmentId: about.id });
    const url = `${deps.publicUrl ?? ''}${DOWNLOAD_PATH}/${token}/${encodeURIComponent(about.name)}`;
    return { url, expires_at: expiresAt.toISOString() };
  },
});

/** How long what is seen may be kept; null where it may not be seen. */
async function seenBy(deps: ApiDeps, about: Attachment, session: Session | null): Promise<FileReply['caching'] | null> {
  const used = await deps.attachments.usedBy(about.id);
  for (const id of used) if ((await deps.announcements.byId(id)) !== null) return 'for_good';
  if (session === null) return null;
  const actor = await currentSession(deps, session);
  if (actor.subject === about.createdBy && announcesIn(actor, about.ward)) return 'no-store';
  for (const id of used) if ((await seeBroadcast(deps.announce, actor, id)) !== null) return 'no-store';
  const isColleague = deskOf(deps.work, actor, about.ward) !== null && actor.demo === about.demo;
  return isColleague && (await deps.attachments.isEvidence(about.id)) ? 'no-store' : null;
}
