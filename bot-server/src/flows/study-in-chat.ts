import { vietnamDay } from '@phuong-so/shared/domain/vietnam-time';
import type { Study } from '../chatting/deps.ts';
import type { LearningDeps } from '../learning/deps.ts';
import { giveCertificate } from '../learning/give-certificate.ts';
import { noteLesson } from '../learning/note-lesson.ts';
import { readStanding } from '../learning/read-standing.ts';
import { takeQuiz } from '../learning/take-quiz.ts';

/** The rules of learning as the chat uses them: the time is when the person wrote, so that a repeated turn writes the same. */
export function studyInChat(given: Omit<LearningDeps, 'clock'>): Study {
  const depsAt = (at: number): LearningDeps => ({
    ...given,
    clock: { now: () => new Date(at), today: () => vietnamDay(at), ticks: () => at },
  });
  return {
    standing: (learner, course) => readStanding(depsAt(0), learner, course),
    async note(learner, reached, at) {
      const noted = await noteLesson(depsAt(at), learner, reached);
      return noted.kind === 'noted' ? noted.standing : null;
    },
    async takeQuiz(learner, taken, at) {
      const outcome = await takeQuiz(depsAt(at), learner, taken);
      return outcome.kind === 'taken' ? outcome.result : null;
    },
    async certify(learner, wanted, at) {
      const outcome = await giveCertificate(depsAt(at), learner, wanted);
      return outcome.kind === 'given' ? outcome.certificate : null;
    },
  };
}
