import {
  broadcastParams,
  broadcastReply,
  correctionBody,
  decisionBody,
  sendBody,
} from '@phuong-so/shared/contracts/broadcasts';
import {
  cancelBroadcast,
  correctBroadcast,
  decideBroadcast,
  sendBroadcast,
  stopBroadcast,
} from '../../flows/announce/steps.ts';
import { actorOf, done } from '../announcer.ts';
import { toBroadcastReply } from '../broadcast-reply.ts';
import { route } from '../route.ts';
import { eventOf } from './broadcasts.ts';

export const send = pressed('send', 'Gửi, hẹn giờ gửi, hoặc trình cán bộ duyệt khi phường yêu cầu', sendBroadcast);
export const stop = pressed(
  'stop',
  'Dừng khi đang gửi: ai đã nhận thì vẫn có, những người còn lại thôi',
  stopBroadcast,
);
export const cancel = pressed('cancel', 'Hủy khi chưa gửi', cancelBroadcast);

export const decision = route({
  method: 'post',
  path: '/api/v1/broadcasts/:id/decision',
  summary: 'Cán bộ duyệt, hoặc trả lại kèm lý do; quá hạn thì đơn vị thay duyệt được',
  access: 'signed_in',
  params: broadcastParams,
  body: decisionBody,
  reply: broadcastReply,
  async handle({ params, body, session }, deps) {
    const actor = await actorOf(deps, session);
    const { key = null, version, approve, note } = body;
    const decided = await decideBroadcast(deps.announce, actor, params.id, { key, version }, { approve, note });
    return toBroadcastReply(deps, actor, done(decided));
  },
});

export const correction = route({
  method: 'post',
  path: '/api/v1/broadcasts/:id/correction',
  summary: 'Đính chính thông báo đã đăng: cùng mã, gửi lại cho người đã nhận bản trước',
  access: 'signed_in',
  params: broadcastParams,
  body: correctionBody,
  reply: broadcastReply,
  async handle({ params, body, session }, deps) {
    const actor = await actorOf(deps, session);
    const { key, version = null, title, body: text, event } = body;
    const wording = { title, body: text, event: eventOf(event) };
    const corrected = await correctBroadcast(deps.announce, actor, params.id, { key, version }, wording);
    return toBroadcastReply(deps, actor, done(corrected));
  },
});

/** The buttons that carry nothing but the press. */
function pressed(name: string, summary: string, press: typeof sendBroadcast) {
  return route({
    method: 'post',
    path: `/api/v1/broadcasts/:id/${name}`,
    summary,
    access: 'signed_in',
    params: broadcastParams,
    body: sendBody,
    reply: broadcastReply,
    async handle({ params, body, session }, deps) {
      const actor = await actorOf(deps, session);
      return toBroadcastReply(deps, actor, done(await press(deps.announce, actor, params.id, body)));
    },
  });
}
