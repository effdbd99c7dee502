import type { ScreenOf } from '@phuong-so/shared/domain/chat-screen';
import { printedName } from '@phuong-so/shared/domain/printed-name';
import { conclude, type Option, present } from '../activity.ts';
import type { ChatDeps } from '../deps.ts';
import { offerWards } from '../offer.ts';
import { readName } from '../read-name.ts';
import type { Talk } from '../talk.ts';
import { wardOf } from '../wards.ts';
import { courseOf, inCourse } from './standing.ts';
import * as texts from './texts.ts';

/** As a certificate takes it. In characters. */
const LONGEST_NAME = 60;

/** Asks for the name, then whether it is right, then gives the certificate: one for a person and a course. */
export async function showCertificate(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  screen: ScreenOf<'certificate'>,
): Promise<Talk> {
  const course = courseOf(deps, screen.course);
  if (course === null) return conclude(talk, texts.NO_COURSES);
  const { certificate, complete } = await inCourse(deps, talk.thread, course);
  if (certificate !== null) return conclude(talk, texts.certificateText(course, certificate, deps.publicUrl));
  if (!complete) return present(talk, at, screen, texts.NOT_YET, { options: [toCourse(course.id)] });
  const ward = wardOf(deps, talk.thread);
  if (ward === null) return offerWards(deps, talk, texts.THEN_CERTIFICATE);
  const { name } = screen;
  if (name === null) return present(talk, at, screen, texts.ASK_NAME);
  if (!screen.sure) return present(talk, at, screen, texts.confirmName(name), { options: confirming(screen) });
  const learner = await deps.learning.learnerInChat(talk.thread);
  const given = await deps.study.certify(learner, { courseId: course.id, ward, name }, at);
  if (given === null) return present(talk, at, { ...screen, name: null, sure: false }, texts.NAME_TOO_LONG);
  await deps.learning.stopReminding(talk.thread);
  return conclude(talk, texts.certificateText(course, given, deps.publicUrl));
}

/** The line that was typed as the name. */
export function nameForCertificate(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  screen: ScreenOf<'certificate'>,
  typed: string,
): Promise<Talk> | Talk {
  const read = readName(typed, LONGEST_NAME, deps.language);
  const name = read === null ? null : printedName(read);
  if (name === null) return present(talk, at, { ...screen, name: null, sure: false }, texts.NAME_TOO_LONG);
  return showCertificate(deps, talk, at, { ...screen, name, sure: false });
}

function confirming(screen: ScreenOf<'certificate'>): Option[] {
  return [
    { label: texts.NAME_RIGHT, to: { ...screen, sure: true } },
    { label: texts.NAME_WRONG, to: { ...screen, name: null, sure: false } },
  ];
}

function toCourse(course: string): Option {
  return { label: texts.GO_ON_LEARNING, to: { kind: 'course', course } };
}
