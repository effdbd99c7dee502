import type { ChatScreen } from '@phuong-so/shared/domain/chat-screen';
import { announcingBefore, isAnnouncing, showAnnouncing, takeAnnouncingWords } from './announcing/show.ts';
import { askClassName, leaveClass, showClass, showClasses, takePlace } from './classes/show-classes.ts';
import type { ChatDeps } from './deps.ts';
import { nextPage, showFields, showPart, showProcedure, showProcedures } from './procedures/show-procedure.ts';
import { askForMessage } from './scam/show-check.ts';
import { nextMessage, showPractice } from './scam/show-practice.ts';
import { nameForCertificate, showCertificate } from './studying/certificate.ts';
import { showCourse, showCourses } from './studying/courses.ts';
import { afterLesson, beforeStep, showLesson, showLessonEnd } from './studying/lesson.ts';
import { showQuiz } from './studying/quiz.ts';
import { pauseStudy } from './studying/reminder.ts';
import type { Talk } from './talk.ts';
import { isWork, showWork } from './work/show.ts';
import { takeReason } from './work/show-work.ts';

/** Says one screen. What it writes, it writes once however often it is said. `at`: when the person asked for it. */
export function show(deps: ChatDeps, talk: Talk, at: number, screen: ChatScreen): Promise<Talk> | Talk {
  if (isAnnouncing(screen)) return showAnnouncing(deps, talk, at, screen);
  if (isWork(screen)) return showWork(deps, talk, at, screen);
  switch (screen.kind) {
    case 'courses':
      return showCourses(deps, talk, at, screen);
    case 'course':
      return showCourse(deps, talk, at, screen);
    case 'lesson':
      return showLesson(deps, talk, at, screen);
    case 'lesson_end':
      return showLessonEnd(deps, talk, at, screen);
    case 'quiz':
      return showQuiz(deps, talk, at, screen);
    case 'certificate':
      return showCertificate(deps, talk, at, screen);
    case 'study_pause':
      return pauseStudy(deps, talk, at, screen);
    case 'procedure_fields':
      return showFields(deps, talk, at);
    case 'procedures':
      return showProcedures(deps, talk, at, screen);
    case 'procedure':
      return showProcedure(deps, talk, at, screen);
    case 'procedure_part':
      return showPart(deps, talk, at, screen);
    case 'classes':
      return showClasses(deps, talk, at);
    case 'class':
      return showClass(deps, talk, at, screen);
    case 'class_name':
      return askClassName(deps, talk, at, screen);
    case 'class_leave':
      return leaveClass(deps, talk, at, screen);
    case 'practice':
      return showPractice(deps, talk, at, screen);
    case 'check_message':
      return askForMessage(talk, at);
  }
}

/** What "tiếp" leads to; null where a choice is to be made, or nothing follows. */
export function screenAfter(deps: ChatDeps, talk: Talk, screen: ChatScreen): ChatScreen | null {
  switch (screen.kind) {
    case 'lesson':
    case 'lesson_end':
      return afterLesson(deps, screen);
    case 'course':
      return screen;
    case 'procedure_part':
      return nextPage(deps, talk, screen);
    case 'practice':
      return nextMessage(deps, screen);
    default:
      return null;
  }
}

/** What "quay lại" leads to: the screen before, or the same one again. */
export function screenBefore(screen: ChatScreen): ChatScreen {
  if (isAnnouncing(screen)) return announcingBefore(screen);
  switch (screen.kind) {
    case 'lesson':
      return beforeStep(screen);
    case 'procedure_part':
      return { ...screen, page: Math.max(0, screen.page - 1) };
    case 'procedure':
      return { kind: 'procedure_fields' };
    case 'class':
    case 'class_name':
      return { kind: 'classes' };
    default:
      return screen;
  }
}

/** What was typed where a screen asked for words. */
export function takeWords(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  screen: ChatScreen,
  words: string,
): Promise<Talk> | Talk {
  if (isAnnouncing(screen)) return takeAnnouncingWords(deps, talk, at, screen, words);
  if (screen.kind === 'work_mute') return takeReason(deps, talk, screen, words);
  if (screen.kind === 'class_name') return takePlace(deps, talk, at, screen, words);
  return screen.kind === 'certificate' ? nameForCertificate(deps, talk, at, screen, words) : talk;
}
