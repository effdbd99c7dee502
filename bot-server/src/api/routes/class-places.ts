import {
  attendanceBody,
  checkInBody,
  checkInCodeReply,
  classParams,
  placeBody,
  placeReply,
  type RollReply,
  rollReply,
} from '@phuong-so/shared/contracts/classes';
import {
  acceptedSteps,
  CHECK_IN_STEP_MS,
  checkInStep,
  isCheckInTime,
  rollName,
} from '@phuong-so/shared/domain/class-rules';
import type { Learner } from '@phuong-so/shared/domain/learning';
import type { Session } from '@phuong-so/shared/domain/session';
import { typedCode } from '@phuong-so/shared/text/easy-code';
import type { OpenClass } from '../../ports/classes.ts';
import { classReplyOf, requireClass, requireLed, toOwnPlace } from '../class-reply.ts';
import type { ApiDeps } from '../environment.ts';
import { groupsOf } from '../groups.ts';
import { Refusal } from '../problems.ts';
import { LINKING, route } from '../route.ts';
import { requireSession } from '../sign-in.ts';

export const takePlace = route({
  method: 'post',
  path: '/api/v1/classes/:id/place',
  summary: 'Xin một chỗ trong lớp; hết chỗ thì vào danh sách chờ. Xin lại thì vẫn là chỗ đã có',
  access: 'signed_in',
  params: classParams,
  body: placeBody,
  reply: placeReply,
  async handle({ params, body, session }, deps) {
    const held = await requireClass(deps, params.id);
    const calledName = rollName(body.called_name);
    if (calledName === null) throw new Refusal('name_unreadable');
    const { group, age_band: ageBand } = body;
    if (group !== null && !groupsOf(deps, held.ward).some(({ id }) => id === group)) throw new Refusal('unknown_group');
    const learner = await learnerOf(deps, session);
    const wanted = { id: learner[0], calledName, group, ageBand, at: deps.clock.now().getTime() };
    const place = await deps.classes.take(held.id, learner, wanted);
    if (place === null) throw new Refusal('class_closed');
    return ownPlace(deps, session, held, learner);
  },
});

export const giveUpPlace = route({
  method: 'delete',
  path: '/api/v1/classes/:id/place',
  summary: 'Trả chỗ trong lớp; người chờ đầu tiên được lên thay',
  access: 'signed_in',
  params: classParams,
  reply: placeReply,
  async handle({ params, session }, deps) {
    const held = await requireClass(deps, params.id);
    const learner = await learnerOf(deps, session);
    await deps.classes.giveUp(held.id, learner, deps.clock.now().getTime());
    return ownPlace(deps, session, held, learner);
  },
});

export const roll = route({
  method: 'get',
  path: '/api/v1/classes/:id/roll',
  summary: 'Danh sách lớp, cho người phụ trách',
  access: 'signed_in',
  params: classParams,
  reply: rollReply,
  async handle({ params, session }, deps) {
    const held = await requireLed(deps, session, params.id);
    return wholeRoll(deps, session, held);
  },
});

export const takeRoll = route({
  method: 'post',
  path: '/api/v1/classes/:id/attendance',
  summary: 'Điểm danh theo danh sách: có mặt hoặc bỏ dấu có mặt',
  access: 'signed_in',
  params: classParams,
  body: attendanceBody,
  reply: rollReply,
  async handle({ params, body, session }, deps) {
    const held = await requireLed(deps, session, params.id);
    const now = deps.clock.now().getTime();
    if (held.cancelled !== null) throw new Refusal('class_over');
    if (now < held.startsAt && !isCheckInTime(held, now)) throw new Refusal('check_in_closed');
    await deps.classes.attend(held.id, body.places, body.present, now);
    return wholeRoll(deps, session, held);
  },
});

export const checkInCode = route({
  method: 'get',
  path: '/api/v1/classes/:id/check-in-code',
  summary: 'Mã điểm danh đang dùng, đổi năm phút một lần, cho người phụ trách lớp',
  access: 'signed_in',
  params: classParams,
  reply: checkInCodeReply,
  async handle({ params, session }, deps) {
    const held = await requireLed(deps, session, params.id);
    const now = deps.clock.now().getTime();
    requireCheckInTime(held, now);
    const step = checkInStep(now);
    const code = deps.checkInCodes.code(held.id, step);
    return {
      code,
      address: deps.miniAppLink && `${deps.miniAppLink}/?p=lop-hoc/lop&ma=${held.id}&diem-danh=${code}`,
      valid_until: new Date((step + 1) * CHECK_IN_STEP_MS).toISOString(),
    };
  },
});

export const checkIn = route({
  method: 'post',
  path: '/api/v1/classes/:id/check-in',
  summary: 'Người học tự điểm danh bằng mã trên máy của người phụ trách',
  access: 'signed_in',
  pace: LINKING,
  params: classParams,
  body: checkInBody,
  reply: placeReply,
  async handle({ params, body, session }, deps) {
    const held = await requireClass(deps, params.id);
    const now = deps.clock.now().getTime();
    const typed = typedCode(body.code);
    requireCheckInTime(held, now);
    if (!acceptedSteps(now).some((step) => deps.checkInCodes.code(held.id, step) === typed)) {
      throw new Refusal('check_in_wrong');
    }
    const learner = await learnerOf(deps, session);
    const place = await deps.classes.placeOf(held.id, learner);
    if (place === null || place.state === 'given_up') throw new Refusal('class_no_place');
    await deps.classes.attend(held.id, [place.id], true, now);
    return ownPlace(deps, session, held, learner);
  },
});

function learnerOf(deps: ApiDeps, session: Session | null): Promise<Learner> {
  return deps.learning.learnerOf(requireSession(session).subject);
}

function requireCheckInTime(held: OpenClass, now: number): void {
  if (held.cancelled !== null || !isCheckInTime(held, now)) throw new Refusal('check_in_closed');
}

/** @throws Refusal when the person never asked for one */
async function ownPlace(deps: ApiDeps, session: Session | null, { id }: OpenClass, learner: Learner) {
  const place = await deps.classes.placeOf(id, learner);
  if (place === null) throw new Refusal('class_no_place');
  return { place: toOwnPlace(place), held: await classReplyOf(deps, session, id) };
}

async function wholeRoll(deps: ApiDeps, session: Session | null, { id }: OpenClass): Promise<RollReply> {
  const places = await deps.classes.places(id);
  return {
    held: await classReplyOf(deps, session, id),
    places: places.flatMap(({ id: placeId, calledName, state, position, attendedAt }) =>
      state === 'given_up'
        ? []
        : [{ id: placeId, called_name: calledName, state, position, attended: attendedAt !== null }],
    ),
  };
}
