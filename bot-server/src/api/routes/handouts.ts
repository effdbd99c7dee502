import { broadcastParams, downloadBody, downloadReply, handoutReply } from '@phuong-so/shared/contracts/broadcasts';
import { handoutOf } from '../../flows/announce/handout.ts';
import { requireSeen } from '../announcer.ts';
import { DOWNLOAD_PATH, downloadName } from '../download-files.ts';
import { DOWNLOADING, route } from '../route.ts';

const params = broadcastParams;

export const handout = route({
  method: 'get',
  path: '/api/v1/broadcasts/:id/handout',
  summary: 'Lời để tự chuyển vào các nhóm Zalo, và kịch bản đọc loa; xem được từ khi còn là bản nháp',
  access: 'signed_in',
  params,
  reply: handoutReply,
  async handle({ params: { id }, session }, deps) {
    const { broadcast } = await requireSeen(deps, session, id);
    const { forwardText, script } = await handoutOf(deps.announce, broadcast, deps.spokenWords);
    return { forward_text: forwardText, script };
  },
});

export const download = route({
  method: 'post',
  path: '/api/v1/broadcasts/:id/downloads',
  summary: 'Địa chỉ mở được trong 10 phút, không cần đăng nhập: tờ thông báo, kịch bản đọc loa, bảng số liệu',
  access: 'signed_in',
  pace: DOWNLOADING,
  params,
  body: downloadBody,
  reply: downloadReply,
  async handle({ params: { id }, body: { kind }, session }, deps) {
    const { broadcast } = await requireSeen(deps, session, id);
    const { token, expiresAt } = deps.downloadLinks.issue({ broadcastId: broadcast.id, kind });
    const name = downloadName(kind, broadcast.code);
    return {
      url: `${deps.publicUrl ?? ''}${DOWNLOAD_PATH}/${token}/${name}`,
      name,
      expires_at: expiresAt.toISOString(),
    };
  },
});
