/**
 * What a conversation was last about, so that "còn phòng Kinh tế thì sao?" can be understood.
 * Holds resolved ids only: never the words of a message.
 */
export interface Topic {
  readonly ward: string;
  readonly intent: string | null;
  readonly unitIds: readonly string[];
  readonly taskIds: readonly string[];
  readonly targetIds: readonly string[];
  readonly year: string | null;
  readonly documentId: string | null;
  /** The public service that was answered about; absent where it was the plan. */
  readonly serviceId?: string | undefined;
  /** Message text must not be kept; the type makes adding it a compile error. */
  readonly lastQuestionFolded?: never;
}

/** A topic older than this is forgotten: a question asked half an hour later is a new one. */
export const TOPIC_LIFETIME_MS = 30 * 60 * 1000;
