import { announcementParams } from '@phuong-so/shared/contracts/announcements';
import { answerBody, answeredReply, wrongBody, wrongReply } from '@phuong-so/shared/contracts/broadcasts';
import type { Session } from '@phuong-so/shared/domain/session';
import { answerAnnouncement, type Recipient, reportWrong } from '../../flows/announce/echo.ts';
import { refusalOf } from '../announcer.ts';
import type { ApiDeps } from '../environment.ts';
import { Refusal } from '../problems.ts';
import { route } from '../route.ts';
import { requireSession } from '../sign-in.ts';

export const answerTo = route({
  method: 'post',
  path: '/api/v1/announcements/:id/answer',
  summary: 'Trả lời điều thông báo hỏi: tham gia, không, hoặc đã đọc; trả lời lại thì thay câu trước',
  access: 'signed_in',
  params: announcementParams,
  body: answerBody,
  reply: answeredReply,
  async handle({ params, body, session }, deps) {
    const recipient = await recipientOf(deps, session);
    await requireInWard(deps, params.id, body.ward);
    const given = { answer: body.answer, people: body.people ?? null };
    const echo = await answerAnnouncement(deps.announce, recipient, params.id, given);
    if (echo.kind === 'refused') throw refusalOf(echo.reason);
    return { answer: echo.answer.answer, people: echo.answer.people };
  },
});

export const reportAnnouncement = route({
  method: 'post',
  path: '/api/v1/announcements/:id/wrong',
  summary: 'Báo "tin này sai", kèm lý do chọn sẵn; phường thấy số người, không thấy ai',
  access: 'signed_in',
  status: 204,
  params: announcementParams,
  body: wrongBody,
  reply: wrongReply,
  async handle({ params, body, session }, deps) {
    const recipient = await recipientOf(deps, session);
    await requireInWard(deps, params.id, body.ward);
    const refused = await reportWrong(deps.announce, recipient, params.id, body.why);
    if (refused !== null) throw refusalOf(refused);
    return undefined;
  },
});

/** An app that is still open must not bring back somebody who has erased themselves. @throws Refusal */
async function recipientOf(deps: ApiDeps, session: Session | null): Promise<Recipient> {
  const { subject, demo } = requireSession(session);
  const person = await deps.people.read(subject);
  if (person === null) throw new Refusal('session_invalid');
  return { id: subject, ward: person.ward, group: person.group, demo };
}

async function requireInWard({ announcements }: ApiDeps, id: string, ward: string): Promise<void> {
  if ((await announcements.byId(id))?.ward !== ward) throw new Refusal('not_found');
}
