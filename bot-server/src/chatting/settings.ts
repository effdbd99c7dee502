/** What an operator decides about the chat of one Official Account. */
export interface ChatSettings {
  /** The ward whose account it is; null when one account serves several wards. */
  readonly ward: string | null;
  /** As people see the account: the assistant introduces itself with it where the account serves several wards. */
  readonly oaName: string;
  /** The assistant stays out of the chat for so long after an official wrote in it. */
  readonly staffQuietMinutes: number;
  /** More than these in one minute are not answered. */
  readonly questionsPerMinute: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Times in milliseconds. */
export const TIMES = {
  minute: MINUTE,
  /** After "cho bác hỏi chút" the question itself is waited for. */
  openerWait: 4 * SECOND,
  /** Thanked or sent a picture again within this time, the assistant has nothing to add. */
  courtesy: MINUTE,
  /** Told of a suspicious message again within this time, the person reads what to do next instead of the same warning. */
  warned: 30 * MINUTE,
  /** Abuse is answered once a day; nothing at all is answered for the shorter time. */
  mute: 10 * MINUTE,
  abuseMemory: DAY,
  /** An answer that comes later than this begins with an apology. */
  late: HOUR,
  /** A lesson begun in the evening goes on in the morning; later, "tiếp" starts from what was really finished. */
  activity: 12 * HOUR,
  /** A person who comes back after a month may have forgotten whom they write with; sooner, it would be a nuisance. */
  longSilence: 30 * DAY,
  /** Free replies end 48 hours after the person's last message; an hour is kept for sending. Source: platform notes, 3.4. */
  replyWindow: 47 * HOUR,
} as const;
