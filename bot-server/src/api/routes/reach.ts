import { ANNOUNCEMENT_KINDS } from '@phuong-so/shared/contracts/announcements';
import { reachQuery, reachReply } from '@phuong-so/shared/contracts/broadcasts';
import { isOfficialOf } from '@phuong-so/shared/domain/broadcast';
import { startOfDay } from '@phuong-so/shared/domain/sending-hours';
import { DAY_MS } from '@phuong-so/shared/domain/vietnam-time';
import { actorOf } from '../announcer.ts';
import { iso } from '../broadcast-reply.ts';
import { Refusal } from '../problems.ts';
import { ADDING_UP, route } from '../route.ts';
import { requireWard } from '../ward.ts';

const USUAL_DAYS = 30;

export const reach = route({
  method: 'get',
  path: '/api/v1/reach',
  summary: 'Hình thức nào tới được người dân: theo kênh, loại thông báo, giờ đọc; chỉ có số, cho cán bộ của phường',
  access: 'signed_in',
  pace: ADDING_UP,
  query: reachQuery,
  reply: reachReply,
  async handle({ query, session }, deps) {
    const { key: ward } = requireWard(deps, query.ward);
    if (!isOfficialOf(await actorOf(deps, session), ward)) throw new Refusal('not_allowed');
    const { clock, channels } = deps.announce;
    const until = startOfDay(query.until ?? clock.today()) + DAY_MS;
    const from = query.from === undefined ? until - USUAL_DAYS * DAY_MS : startOfDay(query.from);
    const { oaIds } = channels(ward);
    const figures = await deps.reachFigures.of({ ward, from, until, oaIds });
    const { broadcasts, unsubscribed, muted } = figures;
    return {
      ...{ ward, from: iso(from), until: iso(until), broadcasts, unsubscribed },
      by_channel: figures.byChannel.map((one) => ({ ...one })),
      by_kind: ANNOUNCEMENT_KINDS.flatMap((kind) => {
        const sent = figures.byKind.find((one) => one.kind === kind) ?? { kind, people: 0, seen: 0, answered: 0 };
        const left = muted.get(kind) ?? 0;
        return sent.people + left === 0 ? [] : [{ ...sent, muted: left }];
      }),
      reads_by_hour: figures.readsByHour.map((one) => ({ ...one })),
    };
  },
});
