import {
  draftChangeBody,
  draftDownloadBody,
  draftDownloadReply,
  draftParams,
  draftStateBody,
  draftsQuery,
  draftsReply,
  draftVersionsReply,
  newDraftBody,
  redraftBody,
  reportDraftReply,
} from '@phuong-so/shared/contracts/report-drafts';
import type { Session } from '@phuong-so/shared/domain/session';
import {
  editDraft,
  listDrafts,
  moveDraft,
  openDraft,
  redraftDraft,
  seeDraft,
  versionsOf,
} from '../../flows/reports/drafts.ts';
import { actorOf } from '../announcer.ts';
import { iso } from '../broadcast-reply.ts';
import { DOWNLOAD_PATH } from '../download-files.ts';
import type { ApiDeps } from '../environment.ts';
import { Refusal } from '../problems.ts';
import { reportFileName } from '../report-files.ts';
import { doneReport, draftReplyOf, toDraftCard, toSectionReply } from '../report-reply.ts';
import { DOWNLOADING, route } from '../route.ts';

const params = draftParams;
const access = 'signed_in';

export const reportDrafts = route({
  ...{ method: 'get', path: '/api/v1/report-drafts', access },
  summary: 'Dự thảo báo cáo của phường và của các đơn vị, cho cán bộ của phường',
  query: draftsQuery,
  reply: draftsReply,
  async handle({ query, session }, deps) {
    const ward = deps.reports.ward(query.ward);
    if (ward === null) throw new Refusal('unknown_ward');
    const drafts = await listDrafts(deps.reports, await actorOf(deps, session), ward.key);
    if (drafts === null) throw new Refusal('not_allowed');
    return { ward: ward.key, drafts: drafts.map((draft) => toDraftCard(draft, ward)) };
  },
});

export const draftReport = route({
  ...{ method: 'post', path: '/api/v1/report-drafts', access, status: 201 },
  summary: 'Lập dự thảo báo cáo từ số liệu đã nhập; xin hai lần vẫn là một dự thảo',
  body: newDraftBody,
  reply: reportDraftReply,
  async handle({ body: { unit = null, ...wanted }, session }, deps) {
    const { draft } = doneReport(await openDraft(deps.reports, await actorOf(deps, session), { ...wanted, unit }));
    return draftReplyOf(deps, session, draft);
  },
});

export const reportDraft = route({
  ...{ method: 'get', path: '/api/v1/report-drafts/:id', access },
  summary: 'Một dự thảo báo cáo với các mục của nó',
  params,
  reply: reportDraftReply,
  handle: async ({ params: { id }, session }, deps) =>
    draftReplyOf(deps, session, await requireDraft(deps, session, id)),
});

export const changeReport = route({
  ...{ method: 'patch', path: '/api/v1/report-drafts/:id', access },
  summary: 'Sửa lời các mục của dự thảo; mục không gửi thì giữ nguyên, bản đã bị sửa ở nơi khác thì báo lại',
  params,
  body: draftChangeBody,
  reply: reportDraftReply,
  async handle({ params: { id }, body, session }, deps) {
    const { draft } = doneReport(await editDraft(deps.reports, await actorOf(deps, session), id, body));
    return draftReplyOf(deps, session, draft);
  },
});

export const redraftReport = route({
  ...{ method: 'post', path: '/api/v1/report-drafts/:id/redraft', access },
  summary: 'Lập lại dự thảo từ số liệu mới nhất; mục đã có người sửa thì để nguyên và nêu tên',
  params,
  body: redraftBody,
  reply: reportDraftReply,
  async handle({ params: { id }, body: { version, sections = [] }, session }, deps) {
    const asked = { version, replace: sections };
    const { draft, leftAlone } = doneReport(await redraftDraft(deps.reports, await actorOf(deps, session), id, asked));
    return draftReplyOf(deps, session, draft, leftAlone);
  },
});

export const moveReport = route({
  ...{ method: 'post', path: '/api/v1/report-drafts/:id/state', access },
  summary: 'Gửi báo cáo của đơn vị, tiếp nhận hoặc trả lại (đơn vị đầu mối của phường)',
  params,
  body: draftStateBody,
  reply: reportDraftReply,
  async handle({ params: { id }, body, session }, deps) {
    const { draft } = doneReport(await moveDraft(deps.reports, await actorOf(deps, session), id, body));
    return draftReplyOf(deps, session, draft);
  },
});

export const reportVersions = route({
  ...{ method: 'get', path: '/api/v1/report-drafts/:id/versions', access },
  summary: 'Mọi phiên bản của dự thảo, mới nhất trước',
  params,
  reply: draftVersionsReply,
  async handle({ params: { id }, session }, deps) {
    const versions = await versionsOf(deps.reports, await actorOf(deps, session), id);
    if (versions === null) throw new Refusal('not_found');
    return {
      versions: versions.map(({ version, at, office, sections }) => ({
        ...{ version, at: iso(at), office },
        sections: sections.map(toSectionReply),
      })),
    };
  },
});

export const downloadReport = route({
  ...{ method: 'post', path: '/api/v1/report-drafts/:id/downloads', access },
  summary: 'Địa chỉ mở được trong 10 phút, không cần đăng nhập: dự thảo báo cáo dạng Word hoặc các bảng dạng Excel',
  pace: DOWNLOADING,
  params,
  body: draftDownloadBody,
  reply: draftDownloadReply,
  async handle({ params: { id }, body: { kind }, session }, deps) {
    const draft = await requireDraft(deps, session, id);
    const { token, expiresAt } = deps.downloadLinks.issue({ reportDraftId: draft.id, kind });
    const name = reportFileName(draft, kind);
    return {
      url: `${deps.publicUrl ?? ''}${DOWNLOAD_PATH}/${token}/${name}`,
      name,
      expires_at: expiresAt.toISOString(),
    };
  },
});

/** A draft that the person may see. To anybody else it is not there. @throws Refusal */
async function requireDraft(deps: ApiDeps, session: Session | null, id: string) {
  const seen = await seeDraft(deps.reports, await actorOf(deps, session), id);
  if (seen === null) throw new Refusal('not_found');
  return seen.draft;
}
