import type { ANSWERS, WRONG_REASONS } from '@phuong-so/shared/contracts/broadcasts';
import type { AnnouncementKind } from '@phuong-so/shared/domain/broadcast';

/** What comes back from people: answers, reports of what is wrong, and what they want to be sent. `person`: see `Resident`. */
export interface NoticeWishes {
  /** An answer again replaces the one before. */
  answer(broadcastId: string, person: string, answer: Answer): Promise<void>;
  answerOf(broadcastId: string, person: string): Promise<Answer | null>;
  answers(broadcastId: string): Promise<readonly AnswerTotal[]>;
  /** A report again replaces the one before. */
  reportWrong(broadcastId: string, person: string, why: WrongReason, at: number): Promise<void>;
  wrongReports(broadcastId: string): Promise<readonly { readonly why: WrongReason; readonly people: number }[]>;
  /** Everything wanted, where nothing was said. */
  choices(person: string): Promise<NoticeChoices>;
  choose(person: string, choices: NoticeChoices, at: number): Promise<void>;
}

export interface Answer {
  readonly answer: (typeof ANSWERS)[number];
  /** How many come, the person included; 0 with "no". */
  readonly people: number;
  /** Epoch ms. */
  readonly at: number;
}

export type WrongReason = (typeof WRONG_REASONS)[number];

export interface AnswerTotal {
  readonly answer: Answer['answer'];
  /** Who gave it. */
  readonly count: number;
  /** Whom they spoke for. */
  readonly people: number;
}

export interface NoticeChoices {
  readonly muted: readonly AnnouncementKind[];
  /** False: the account shall send nothing unasked. */
  readonly chat: boolean;
}
