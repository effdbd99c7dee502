import {
  broadcastParams,
  CHANNELS,
  previewReply,
  templatesQuery,
  templatesReply,
} from '@phuong-so/shared/contracts/broadcasts';
import { UNREACHED_WORDS } from '../../announcements/unreached-words.ts';
import { blockedSentences, previewBroadcast } from '../../flows/announce/preview.ts';
import { actorOf, requireAnnouncer } from '../announcer.ts';
import { iso } from '../broadcast-reply.ts';
import { Refusal } from '../problems.ts';
import { PREVIEWING, route } from '../route.ts';
import { requireWard } from '../ward.ts';

export const preview = route({
  method: 'get',
  path: '/api/v1/broadcasts/:id/preview',
  summary: 'Xem trước: đúng từng chữ sẽ gửi, tới bao nhiêu người bằng kênh nào, ai chưa tới và vì sao, lúc nào gửi',
  access: 'signed_in',
  pace: PREVIEWING,
  params: broadcastParams,
  reply: previewReply,
  async handle({ params, session }, deps) {
    const found = await previewBroadcast(deps.announce, await actorOf(deps, session), params.id);
    if (found === null) throw new Refusal('not_found');
    const { reach, on } = found;
    const unreached = [...reach.unreached].map(([reason, people]) => {
      return { reason, people, explanation: UNREACHED_WORDS[reason] };
    });
    return {
      texts: [...found.texts],
      forward_text: found.forwardText,
      people: reach.people,
      reached: reach.people - unreached.reduce((sum, { people }) => sum + people, 0),
      channels: CHANNELS.map((channel) => ({ channel, people: reach.byChannel.get(channel) ?? 0, on: on[channel] })),
      unreached: unreached.sort((one, other) => other.people - one.people),
      begins_at: iso(found.beginsAt),
      ends_about: iso(found.endsAbout),
      needs_approval: found.needsApproval,
      blocked: blockedSentences(found),
      warnings: [...found.warnings],
    };
  },
});

export const templates = route({
  method: 'get',
  path: '/api/v1/broadcast-templates',
  summary: 'Mẫu thông báo cho tổ trưởng và cán bộ; phần trong dấu [ ] cần điền trước khi gửi',
  access: 'signed_in',
  query: templatesQuery,
  reply: templatesReply,
  async handle({ query, session }, deps) {
    await requireAnnouncer(deps, session, requireWard(deps, query.ward).key);
    return { templates: deps.announce.templates.map((one) => ({ ...one })) };
  },
});
