import type { ThreadKey } from './chat.ts';

/**
 * An id under which somebody learns: the subject of the Mini App ("zalo:<id>", "demo:<id>") or a chat, "chat:<oaId>:<userId>".
 * It holds no name.
 */
export type LearnerId = string;

/** All ids of one person, each proven to be theirs: the subject, where there is one, before the chats. New records go under the first. */
export type Learner = readonly [LearnerId, ...LearnerId[]];

const CHAT = 'chat:';

/** The id under which somebody learns in a chat. */
export function chatLearnerId({ oaId, userId }: ThreadKey): LearnerId {
  return `${CHAT}${oaId}:${userId}`;
}

/** The chat that such an id stands for; null for a subject. */
export function chatOfLearner(id: LearnerId): ThreadKey | null {
  if (!id.startsWith(CHAT)) return null;
  const [oaId = '', ...user] = id.slice(CHAT.length).split(':');
  return { oaId, userId: user.join(':') };
}

/** How far one lesson was gone through. */
export interface LessonProgress {
  readonly courseId: string;
  readonly lessonId: string;
  /** The furthest step that was reached, from 0. */
  readonly step: number;
  /** Epoch ms; null = not finished yet. */
  readonly finishedAt: number | null;
  readonly updatedAt: number;
}

/** A quiz that was gone through to its end. */
export interface QuizAttempt {
  readonly id: string;
  readonly courseId: string;
  /** Chosen options, from 0, in the order of the questions. */
  readonly answers: readonly number[];
  readonly right: number;
  readonly total: number;
  readonly finishedAt: number;
}

/** One for a person and a course. */
export interface Certificate {
  /** "CN-7K2M9QRT": letters and digits that are not mistaken for each other; whoever has it may check it. */
  readonly code: string;
  readonly courseId: string;
  readonly ward: string;
  /** As the person wants it printed. */
  readonly name: string;
  readonly issuedAt: number;
  readonly demo: boolean;
}

/** The person's wish to be reminded in this chat of a course that is not finished. */
export interface StudyReminder {
  readonly oaId: string;
  readonly userId: string;
  readonly courseId: string;
  /** Epoch ms of the next one. */
  readonly dueAt: number;
  /** How many have been sent since the person last learnt. */
  readonly sent: number;
  readonly agreedAt: number;
}
