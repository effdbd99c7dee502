import type { AnnouncingScreen } from './chat-screen-announcing.ts';
import type { WorkScreen } from './chat-screen-work.ts';

/**
 * One screen of something that takes several messages of a chat: a lesson, a quiz, a procedure, a class. Holds ids and
 * positions, and no words of the person but for the name that they want printed and the report of an official, while they
 * have not confirmed it yet.
 */
export type ChatScreen =
  | { readonly kind: 'courses'; readonly from: number }
  /** Goes on where the person stopped. */
  | { readonly kind: 'course'; readonly course: string }
  /** `step` from 0. */
  | { readonly kind: 'lesson'; readonly course: string; readonly lesson: string; readonly step: number }
  | { readonly kind: 'lesson_end'; readonly course: string; readonly lesson: string }
  /** The question after those that are answered; chosen options from 0. Past the last question: the result. */
  | { readonly kind: 'quiz'; readonly course: string; readonly answers: readonly number[] }
  /** Asks for the name to print, or whether `name` is right. `sure`: the person said so. */
  | { readonly kind: 'certificate'; readonly course: string; readonly name: string | null; readonly sure: boolean }
  /** Ends the learning for now. `remind`: the person wants to be reminded of this course. */
  | { readonly kind: 'study_pause'; readonly course: string; readonly remind: boolean }
  | { readonly kind: 'procedure_fields' }
  | { readonly kind: 'procedures'; readonly field: string }
  | { readonly kind: 'procedure'; readonly service: string }
  | {
      readonly kind: 'procedure_part';
      readonly service: string;
      readonly part: ProcedurePart;
      readonly page: number;
    }
  | { readonly kind: 'classes' }
  | { readonly kind: 'class'; readonly id: string }
  /** Asks what to call the person at the roll. */
  | { readonly kind: 'class_name'; readonly id: string }
  | { readonly kind: 'class_leave'; readonly id: string }
  /** `said`: what the person took the message for; null = still asked. `right` of those before. */
  | {
      readonly kind: 'practice';
      readonly item: number;
      readonly said: 'scam' | 'real' | null;
      readonly right: number;
    }
  /** Asks for the text of a suspicious message. */
  | { readonly kind: 'check_message' }
  | AnnouncingScreen
  | WorkScreen;

export const PROCEDURE_PARTS = ['papers', 'online', 'counter', 'where', 'checklist'] as const;
export type ProcedurePart = (typeof PROCEDURE_PARTS)[number];

/** What a person is in the middle of. */
export interface ChatActivity {
  readonly screen: ChatScreen;
  /** When the screen was shown, epoch ms. */
  readonly at: number;
  /** Something else was talked about since: "tiếp" comes back to the screen instead of going on. */
  readonly away: boolean;
}

/** The screens of one kind. */
export type ScreenOf<Kind extends ChatScreen['kind']> = Extract<ChatScreen, { readonly kind: Kind }>;
