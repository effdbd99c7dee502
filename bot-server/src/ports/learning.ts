import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import type {
  Certificate,
  Learner,
  LearnerId,
  LessonProgress,
  QuizAttempt,
  StudyReminder,
} from '@phuong-so/shared/domain/learning';

/** What people have learnt. Every reading takes all ids of the person and gives what stands under any of them. */
export interface Learning {
  /** All ids of the person who signed in. */
  learnerOf(subject: string): Promise<Learner>;
  /** All ids of the person who writes in this chat: the linked subject's too, where the chat is proven to be theirs. */
  learnerInChat(key: ThreadKey): Promise<Learner>;
  /** One row a lesson: the furthest of all the person's ids, finished when one of them is. */
  progress(learner: Learner): Promise<readonly LessonProgress[]>;
  /** Notes the step; never goes back, and what is finished stays finished with its first time. `at`: epoch ms. */
  advance(id: LearnerId, lesson: LessonReached): Promise<void>;
  /** Newest first. */
  attempts(learner: Learner, courseId: string): Promise<readonly QuizAttempt[]>;
  /** An attempt with an id that is there already is the first one again. */
  addAttempt(id: LearnerId, attempt: QuizAttempt): Promise<void>;
  certificates(learner: Learner): Promise<readonly Certificate[]>;
  /** The one that the person has for the course, or a new one with a code that no other has. Two at once give the same one. */
  certify(learner: Learner, wanted: NewCertificate): Promise<Certificate>;
  /** null when there is none with this code, typed in any case, with or without the hyphen. */
  certificate(code: string): Promise<Certificate | null>;
  /** Replaces the chat's reminder. */
  remind(reminder: StudyReminder): Promise<void>;
  stopReminding(key: ThreadKey): Promise<void>;
  /** The person learnt: counts the chat's reminders anew from `dueAt`. Nothing when it has none, or one for another course. */
  learnt(key: ThreadKey, courseId: string, dueAt: number): Promise<void>;
  reminderOf(key: ThreadKey): Promise<StudyReminder | null>;
  /** Reminders due at `now`, oldest first. */
  dueReminders(now: number, limit: number): Promise<readonly StudyReminder[]>;
  /** Moves a reminder on if it is still as it was read (`sent`); false when somebody else was faster. */
  reminded(reminder: StudyReminder, nextDueAt: number | null): Promise<boolean>;
  /** How many people of the ward finished at least one lesson, and each course; a person with several ids counts once. */
  counts(ward: string): Promise<LearningCounts>;
}

export interface LessonReached {
  readonly courseId: string;
  readonly lessonId: string;
  readonly step: number;
  readonly finished: boolean;
  readonly at: number;
}

export interface NewCertificate {
  readonly courseId: string;
  readonly ward: string;
  readonly name: string;
  readonly at: number;
}

export interface LearningCounts {
  readonly started: number;
  readonly certified: number;
  readonly byCourse: readonly { readonly courseId: string; readonly started: number; readonly certified: number }[];
}
