import * as z from 'zod/mini';

/** What a reminder is about. `word`: thường xuyên or hằng năm, no word in this period yet; `report`: of the ward's plan. */
export const WORK_NOTICE_KINDS = ['overdue', 'today', 'soon', 'word', 'report'] as const;
export type WorkNoticeKind = (typeof WORK_NOTICE_KINDS)[number];

/** Why it comes to this person: they answer for it, nobody does and their unit leads it, they lead that unit, or confirm its results. */
export const WORK_NOTICE_RANKS = ['responsible', 'unit', 'head', 'standing'] as const;
export type WorkNoticeRank = (typeof WORK_NOTICE_RANKS)[number];

const notice = z.object({
  kind: z.enum(WORK_NOTICE_KINDS),
  rank: z.enum(WORK_NOTICE_RANKS),
  /** Id of the task; null = a report. */
  work_id: z.nullable(z.string()),
  /** "III.5": how the task is called in chat; null = a report, or a task that its plan does not number. */
  name: z.nullable(z.string()),
  title: z.string(),
  /** The last day in time that is meant, ISO. */
  day: z.string(),
  /** Days from today until then; below 0 it is over. */
  days_left: z.number(),
  /** One sentence for the screen: "Quá hạn 7 ngày theo kế hoạch, chưa có xác nhận." */
  text: z.string(),
  /** Its unit calls it done; nobody has confirmed that yet. */
  awaits_confirmation: z.boolean(),
});
export type WorkNotice = z.infer<typeof notice>;

/** GET /api/v1/work-notices: what the person who asks is reminded of today. Signed in; empty for whoever is no official. */
export const workNoticesReply = z.object({
  as_of: z.string(),
  /** "Hôm nay: 2 việc quá hạn, 1 việc còn 7 ngày."; null = nothing to be reminded of today. */
  lead: z.nullable(z.string()),
  notices: z.array(notice),
});
export type WorkNoticesReply = z.infer<typeof workNoticesReply>;
