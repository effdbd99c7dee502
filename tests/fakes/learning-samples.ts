import type { QuizAttempt, StudyReminder } from '@phuong-so/shared/domain/learning';
import type { LessonReached } from '../../bot-server/src/ports/learning.ts';

export function reached(change: Partial<LessonReached> = {}): LessonReached {
  return { courseId: 'khoa', lessonId: 'bai-1', step: 0, finished: false, at: 1_000, ...change };
}

export function attempt(change: Partial<QuizAttempt> = {}): QuizAttempt {
  return { id: 'lan-1', courseId: 'khoa', answers: [0, 1], right: 1, total: 2, finishedAt: 1_000, ...change };
}

export function reminder(change: Partial<StudyReminder> = {}): StudyReminder {
  return { oaId: '100', userId: '7', courseId: 'khoa', dueAt: 5_000, sent: 0, agreedAt: 1_000, ...change };
}
