import {
  cancelClassBody,
  classBody,
  classesQuery,
  classesReply,
  classParams,
  classReply,
} from '@phuong-so/shared/contracts/classes';
import { areClassTimes, classState, mayLeadClass } from '@phuong-so/shared/domain/class-rules';
import { maskPersonal } from '@phuong-so/shared/text/mask-personal';
import { classReplies, classReplyOf, requireLed } from '../class-reply.ts';
import { groupsOf } from '../groups.ts';
import { Refusal } from '../problems.ts';
import { route } from '../route.ts';
import { currentSession, requireSession } from '../sign-in.ts';
import { requireWard } from '../ward.ts';

const MOST = 100;

export const classes = route({
  method: 'get',
  path: '/api/v1/classes',
  summary: 'Các lớp học sắp tới và đang học của phường; nêu tổ dân phố thì chỉ gồm lớp chung và lớp của tổ đó',
  query: classesQuery,
  reply: classesReply,
  async handle({ query, session }, deps) {
    const { key: ward } = requireWard(deps, query.ward);
    const all = await deps.classes.upcoming(ward, deps.clock.now().getTime(), MOST);
    const wanted = all.filter(({ group }) => query.group === undefined || group === null || group === query.group);
    return { ward, classes: await classReplies(deps, session, wanted) };
  },
});

export const oneClass = route({
  method: 'get',
  path: '/api/v1/classes/:id',
  summary: 'Một lớp học',
  params: classParams,
  reply: classReply,
  handle: ({ params, session }, deps) => classReplyOf(deps, session, params.id),
});

export const openClass = route({
  method: 'post',
  path: '/api/v1/classes',
  summary: 'Mở lớp học: cán bộ mở cho phường hoặc một tổ, tổ trưởng mở cho tổ của mình',
  access: 'signed_in',
  body: classBody,
  reply: classReply,
  async handle({ body, session }, deps) {
    const current = await currentSession(deps, requireSession(session));
    const { key: ward } = requireWard(deps, body.ward);
    const { group, course: courseId, seats } = body;
    if (!mayLeadClass(current, { ward, group })) throw new Refusal('not_allowed');
    if (group !== null && !groupsOf(deps, ward).some(({ id }) => id === group)) throw new Refusal('unknown_group');
    if (courseId !== null && !deps.library.courses.some(({ id }) => id === courseId)) throw new Refusal('not_found');
    const times = { startsAt: Date.parse(body.starts_at), endsAt: Date.parse(body.ends_at) };
    if (!areClassTimes(times, deps.clock.now().getTime())) throw new Refusal('class_times');
    const { id } = await deps.classes.open({
      ...{ ward, group, courseId, seats, ...times, openedBy: current.subject, demo: current.demo },
      ...{ title: maskPersonal(body.title), place: maskPersonal(body.place), teacher: maskPersonal(body.teacher) },
    });
    return classReplyOf(deps, session, id);
  },
});

export const cancelClass = route({
  method: 'post',
  path: '/api/v1/classes/:id/cancel',
  summary: 'Hủy lớp học, nêu lý do; người đã đăng ký được báo',
  access: 'signed_in',
  params: classParams,
  body: cancelClassBody,
  reply: classReply,
  async handle({ params, body, session }, deps) {
    const held = await requireLed(deps, session, params.id);
    const now = deps.clock.now().getTime();
    if (classState(held, now) === 'over') throw new Refusal('class_over');
    // Cancelled twice is cancelled: the first reason stays.
    await deps.classes.cancel(held.id, maskPersonal(body.reason), now);
    return classReplyOf(deps, session, held.id);
  },
});
