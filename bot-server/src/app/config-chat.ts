import * as z from 'zod';
import { ConfigError } from './config-error.ts';

/** How the assistant behaves in chat. */
export interface ChatConfig {
  /** Messages a second to one account, on average; null = as fast as Zalo answers (0 in the environment). */
  readonly sendPerSecond: number | null;
  /** How long after a person's message the answer is begun, so that a second line can come. Milliseconds. */
  readonly gatherMs: number;
  /** How long the assistant keeps quiet after an official has written. Minutes. */
  readonly staffQuietMinutes: number;
  readonly questionsPerMinute: number;
  /** Choices as buttons too. Off until the ward's own account has shown that it takes them. */
  readonly buttons: boolean;
  /** Reminders go also where Zalo charges for them: from 48 hours to 7 days after the person's last message. */
  readonly paidNotices: boolean;
}

const number = z.coerce.number({ error: 'cần một số' });
const schema = z.object({
  ZALO_SEND_PER_SECOND: number.min(0).max(100).default(2),
  CHAT_GATHER_MS: number.int().min(0).max(10_000).default(400),
  CHAT_STAFF_QUIET_MINUTES: number.int().min(1).max(1_440).default(60),
  CHAT_QUESTIONS_PER_MINUTE: number.int().min(1).max(1_000).default(12),
  ZALO_BUTTONS: z.enum(['off', 'on'], { error: 'chỉ nhận off hoặc on' }).default('off'),
  ZALO_PAID_NOTICES: z.enum(['off', 'on'], { error: 'chỉ nhận off hoặc on' }).default('off'),
});

/** The names that are read here. */
export const CHAT_VARIABLES: readonly string[] = Object.keys(schema.shape);

/** @throws ConfigError when a variable cannot be used. */
export function readChat(env: Readonly<Record<string, string | undefined>>): ChatConfig {
  const parsed = schema.safeParse(env);
  if (!parsed.success) throw ConfigError.from(parsed.error.issues);
  const values = parsed.data;
  return {
    sendPerSecond: values.ZALO_SEND_PER_SECOND || null,
    gatherMs: values.CHAT_GATHER_MS,
    staffQuietMinutes: values.CHAT_STAFF_QUIET_MINUTES,
    questionsPerMinute: values.CHAT_QUESTIONS_PER_MINUTE,
    buttons: values.ZALO_BUTTONS === 'on',
    paidNotices: values.ZALO_PAID_NOTICES === 'on',
  };
}
