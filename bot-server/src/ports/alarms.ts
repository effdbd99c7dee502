/** What an operator must look at. One alarm for one kind and subject, however often it is raised. */
export interface Alarms {
  /** Raises it, or counts it once more. `advice` says in Vietnamese what to do; never a secret, a person's id or words. */
  raise(kind: AlarmKind, subject: string, advice: string): Promise<void>;
  /** The trouble is over; not an error when it was never raised. */
  clear(kind: AlarmKind, subject: string): Promise<void>;
  /** Those not cleared, oldest first. */
  active(): Promise<readonly Alarm[]>;
}

export const ALARM_KINDS = [
  'webhook_signature',
  'oa_authorisation',
  'oa_configuration',
  'message_dead',
  'message_uncertain',
  'event_failed',
  'announcement_stuck',
] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

export interface Alarm {
  readonly kind: AlarmKind;
  /** What it concerns: an account's id, or "" when it concerns the whole service. */
  readonly subject: string;
  readonly advice: string;
  /** Epoch milliseconds. */
  readonly since: number;
  readonly lastAt: number;
  readonly count: number;
}
