import {
  letterBody,
  letterReply,
  obstacleActBody,
  obstacleBody,
  obstacleDetailReply,
  obstacleParams,
  obstacleReply,
  obstaclesQuery,
  obstaclesReply,
} from '@phuong-so/shared/contracts/obstacles';
import { OBSTACLE_KINDS } from '@phuong-so/shared/contracts/work-words';
import { mayRaise, obstacleMays } from '@phuong-so/shared/domain/obstacle-steps';
import type { Session } from '@phuong-so/shared/domain/session';
import { actOnObstacle } from '../../flows/obstacles/act.ts';
import type { ObstacleOutcome, ObstaclePerson } from '../../flows/obstacles/deps.ts';
import { raiseObstacle } from '../../flows/obstacles/raise.ts';
import { groupedUnder, historyOf, listObstacles, seeObstacle } from '../../flows/obstacles/see.ts';
import { unitsToAsk } from '../../work/ward-units.ts';
import { iso } from '../broadcast-reply.ts';
import { DOWNLOAD_PATH } from '../download-files.ts';
import type { ApiDeps } from '../environment.ts';
import { readPlace, writePlace } from '../feed-cursor.ts';
import { groupName } from '../groups.ts';
import { letterName } from '../letter-file.ts';
import { refusedObstacle, toObstacleReply } from '../obstacle-reply.ts';
import { Refusal } from '../problems.ts';
import { DOWNLOADING, route } from '../route.ts';
import { currentSession, requireSession } from '../sign-in.ts';

const PAGE = 50;

export const obstacles = route({
  method: 'get',
  path: '/api/v1/obstacles',
  summary: 'Vướng mắc, kiến nghị: cán bộ của phường thấy tất cả, người khác thấy điều mình đã gửi',
  access: 'signed_in',
  query: obstaclesQuery,
  reply: obstaclesReply,
  async handle({ query, session }, deps) {
    const { ward, state = null, kind = null, limit = PAGE } = query;
    const person = await personOf(deps, session);
    const place = query.cursor === undefined ? null : readPlace(query.cursor);
    const after = place && { createdAt: place.publishedAt, id: place.id };
    const wanted = { ward, state, kind, heads: query.heads === '1', mine: query.mine === '1', limit, after };
    const page = await listObstacles(deps.board, person, wanted);
    if (page === null) throw new Refusal('unknown_ward');
    const { facts, units, actor } = page.desk;
    return {
      ...{ ward, as_of: deps.clock.today(), all: page.all },
      may_raise: OBSTACLE_KINDS.filter((one) => mayRaise(actor, ward, one)),
      units: page.all ? unitsToAsk(facts, units) : [],
      counts: page.counts,
      obstacles: page.seen.map((seen) => toObstacleReply(deps, seen)),
      next_cursor: page.next && writePlace({ publishedAt: page.next.createdAt, id: page.next.id }),
    };
  },
});

export const raise = route({
  method: 'post',
  path: '/api/v1/obstacles',
  summary: 'Nêu vướng mắc (cán bộ, thay mặt đơn vị) hoặc gửi kiến nghị (ai đã đăng nhập cũng được, 5 lần một ngày)',
  access: 'signed_in',
  status: 201,
  body: obstacleBody,
  reply: obstacleReply,
  async handle({ body, session }, deps) {
    const person = await personOf(deps, session);
    return replyTo(deps, person, await raiseObstacle(deps.board, person, { ...body, work: body.work ?? null }));
  },
});

export const oneObstacle = route({
  method: 'get',
  path: '/api/v1/obstacles/:id',
  summary: 'Một vướng mắc hoặc kiến nghị, và những việc đã làm với nó',
  access: 'signed_in',
  params: obstacleParams,
  reply: obstacleDetailReply,
  async handle({ params, session }, deps) {
    const person = await personOf(deps, session);
    const seen = await seeObstacle(deps.board, person, params.id);
    if (seen === null) throw new Refusal('not_found');
    const [log, grouped] = await Promise.all([historyOf(deps.board, seen), groupedUnder(deps.board, seen)]);
    return {
      obstacle: toObstacleReply(deps, seen),
      log: log.map((entry) => ({ ...entry, at: iso(entry.at) })),
      grouped: grouped.map((one) => toObstacleReply(deps, one)),
    };
  },
});

export const actOn = route({
  method: 'post',
  path: '/api/v1/obstacles/:id/acts',
  summary: 'Làm một việc với vướng mắc: sửa, gộp, giao đơn vị và hạn, trả lời, chuyển cấp trên, kết thúc, mở lại',
  access: 'signed_in',
  params: obstacleParams,
  body: obstacleActBody,
  reply: obstacleReply,
  async handle({ params, body, session }, deps) {
    const person = await personOf(deps, session);
    return replyTo(deps, person, await actOnObstacle(deps.board, person, params.id, body));
  },
});

export const letter = route({
  method: 'post',
  path: '/api/v1/obstacles/:id/letter',
  summary:
    'Địa chỉ mở được trong 10 phút: dự thảo công văn (Word) gửi cấp trên về vướng mắc vượt thẩm quyền của phường',
  access: 'signed_in',
  pace: DOWNLOADING,
  params: obstacleParams,
  body: letterBody,
  reply: letterReply,
  async handle({ params, body, session }, deps) {
    const seen = await seeObstacle(deps.board, await personOf(deps, session), params.id);
    if (seen === null) throw new Refusal('not_found');
    const { one, desk, likes } = seen;
    if (!obstacleMays(one, desk.actor, likes > 0).includes('letter')) throw new Refusal('not_allowed');
    const { token, expiresAt } = deps.downloadLinks.issue({ obstacleId: one.id, to: body.to ?? null });
    const name = letterName(one.code);
    const url = `${deps.publicUrl ?? ''}${DOWNLOAD_PATH}/${token}/${name}`;
    return { url, name, expires_at: expiresAt.toISOString() };
  },
});

/** Who asks, by what the ward grants at this moment. */
export async function personOf(deps: ApiDeps, session: Session | null): Promise<ObstaclePerson> {
  const { subject, role, ward, unit, group, demo } = await currentSession(deps, requireSession(session));
  return { subject, role, ward, unit, group: ward === null ? null : groupName(deps, ward, group), demo };
}

async function replyTo(deps: ApiDeps, person: ObstaclePerson, outcome: ObstacleOutcome) {
  if (outcome.kind === 'refused') throw refusedObstacle(outcome.reason);
  const seen = await seeObstacle(deps.board, person, outcome.obstacle.id);
  if (seen === null) throw new Refusal('not_found');
  return toObstacleReply(deps, seen);
}
