import * as z from 'zod/mini';
import { ANNOUNCEMENT_KINDS, announcementReply } from './announcements.ts';

const id = z.string().check(z.minLength(1), z.maxLength(80));
const ward = z.string().check(z.minLength(1), z.maxLength(60));

/**
 * The sending of one announcement, under the announcement's own id: draft → (awaiting_approval →) scheduled → sending → sent.
 * `returned`: the official sent it back with a note. `stopped`: while sending; who has it keeps it. `cancelled`: before sending.
 */
export const BROADCAST_STATES = [
  'draft',
  'awaiting_approval',
  'returned',
  'scheduled',
  'sending',
  'sent',
  'stopped',
  'cancelled',
] as const;
export const broadcastState = z.enum(BROADCAST_STATES);

/** `feed`: the Mini App's own list. `oa`: chat message by the Official Account. `gmf`: the group's chat that the account owns. */
export const CHANNELS = ['feed', 'oa', 'mini_app', 'gmf', 'zbs'] as const;
export const channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof channel>;

export const DELIVERY_STATES = [
  'pending',
  'sending',
  'sent',
  'delivered',
  'seen',
  'uncertain',
  'failed',
  'cancelled',
] as const;
export const deliveryState = z.enum(DELIVERY_STATES);

/** Why somebody is not reached by a channel; each has its sentence. */
export const UNREACHED_REASONS = [
  'no_interaction_7_days',
  'never_wrote',
  'blocked_or_left',
  'muted',
  'no_consent',
  'not_linked',
  'channel_off',
  'quota_used_up',
  'refused',
  'uncertain',
  'stopped',
] as const;
export const unreachedReason = z.enum(UNREACHED_REASONS);

/** What is asked back. `attending`: tham gia, không, and how many come. */
export const REPLY_ASKS = ['none', 'attending', 'confirm_read'] as const;
export const replyAsk = z.enum(REPLY_ASKS);

export const REPEAT_RULES = ['none', 'weekly', 'monthly'] as const;
export const repeatRule = z.enum(REPEAT_RULES);

/** Everything that is recorded as having been done to a broadcast. */
export const BROADCAST_ACTS = [
  'written',
  'edited',
  'submitted',
  'emergency',
  'approved',
  'returned',
  'scheduled',
  'published',
  'repeated',
  'stopped',
  'cancelled',
  'corrected',
  'rights_gone',
  'too_late',
  'finished',
] as const;

export const broadcastBody = z.object({
  ward,
  /** Ids of neighbourhood groups; [] = the whole ward. A leader's own group alone. */
  groups: z.array(id).check(z.maxLength(200)),
  kind: z.enum(ANNOUNCEMENT_KINDS),
  title: z.string().check(z.trim(), z.minLength(3), z.maxLength(120)),
  body: z.string().check(z.trim(), z.minLength(3), z.maxLength(1500)),
  event: z.nullable(
    z.object({ starts_at: z.string().check(z.maxLength(40)), place: z.nullable(z.string().check(z.maxLength(200))) }),
  ),
  asks: replyAsk,
  /** ISO time with zone; null = at once. */
  send_at: z.nullable(z.string().check(z.maxLength(40))),
  repeat: repeatRule,
  /** Why it may not wait: skips approval and quiet hours, and is reported to the ward. Only with kind `urgent`. */
  emergency_reason: z.nullable(z.string().check(z.trim(), z.minLength(10), z.maxLength(300))),
  /** Id of an uploaded picture or PDF; null = none. */
  attachment: z.nullable(id),
  /** Made by the app for one draft: sent again (the reply got lost) it is the same draft. */
  key: z.optional(id),
});
export type BroadcastBody = z.infer<typeof broadcastBody>;

export const channelTotals = z.object({
  channel,
  states: z.array(z.object({ state: deliveryState, count: z.number() })),
  reasons: z.array(z.object({ reason: unreachedReason, count: z.number() })),
});

/** A picture or a PDF that goes with an announcement; read at GET /api/v1/attachments/:id. */
export const attachmentReply = z.object({ id: z.string(), name: z.string(), kind: z.enum(['image', 'pdf']) });
export type AttachmentReply = z.infer<typeof attachmentReply>;
/** POST of the file's bytes as the body: JPEG, PNG, WebP or PDF, at most `MOST_ATTACHMENT_BYTES`. */
export const attachmentUploadQuery = z.object({
  ward,
  /** The file's name on the phone, shown to people; its ending follows what the file really is. */
  name: z.optional(z.string().check(z.maxLength(200))),
});
export const attachmentParams = z.object({ id });
/** POST /api/v1/attachments/:id/links: an address that a browser opens without a session, for ten minutes. */
export const attachmentLinkReply = z.object({ url: z.string(), expires_at: z.string() });
/** What Zalo takes as a file of an Official Account, too (platform notes, 3.6). */
export const MOST_ATTACHMENT_BYTES = 5 * 1024 * 1024;

export const broadcastReply = z.object({
  id: z.string(),
  /** "TB-7K2M9", from the first draft on. */
  code: z.string(),
  ward: z.string(),
  groups: z.array(z.object({ id: z.string(), name: z.string() })),
  kind: z.enum(ANNOUNCEMENT_KINDS),
  title: z.string(),
  body: z.string(),
  event: z.nullable(z.object({ starts_at: z.string(), place: z.nullable(z.string()) })),
  asks: replyAsk,
  send_at: z.nullable(z.string()),
  repeat: repeatRule,
  emergency_reason: z.nullable(z.string()),
  attachment: z.nullable(attachmentReply),
  state: broadcastState,
  /** The office that it is sent as: "Tổ trưởng tổ dân phố 5". */
  sender: z.string(),
  /** 0 = as first sent; each correction adds one. */
  revision: z.number(),
  /** For the version: what somebody else changed meanwhile is not overwritten (409). */
  version: z.number(),
  /** The official's note of a returned one. */
  note: z.nullable(z.string()),
  /** Who decides by when, where approval is asked; past it the deputy may. */
  approve_until: z.nullable(z.string()),
  created_at: z.string(),
  sent_at: z.nullable(z.string()),
  mine: z.boolean(),
  may_approve: z.boolean(),
  demo: z.boolean(),
});
export type BroadcastReply = z.infer<typeof broadcastReply>;

export const broadcastsQuery = z.object({
  ward,
  state: z.optional(broadcastState),
  cursor: z.optional(z.string().check(z.maxLength(200))),
});
/** A page may hold fewer than were asked for; `next_cursor` alone says that it was the last. */
export const broadcastsReply = z.object({
  ward: z.string(),
  broadcasts: z.array(broadcastReply),
  next_cursor: z.nullable(z.string()),
});
export const broadcastParams = z.object({ id });
/** PATCH of a draft, a returned or a scheduled one; the ward stays. */
export const broadcastChangeBody = z.object({
  ...z.partial(z.omit(broadcastBody, { ward: true, key: true })).shape,
  version: z.number(),
});
export type BroadcastChangeBody = z.infer<typeof broadcastChangeBody>;

/** What was done to it, oldest first, by which office. */
export const broadcastLogReply = z.object({
  entries: z.array(
    z.object({
      at: z.string(),
      act: z.enum(BROADCAST_ACTS),
      office: z.string(),
      note: z.nullable(z.string()),
      revision: z.number(),
    }),
  ),
});

/** What would happen if it were sent now: exact texts, and who is reached how. */
export const previewReply = z.object({
  texts: z.array(z.object({ channel, text: z.string() })),
  /** What the leader forwards to ordinary Zalo groups, which an account cannot write to. */
  forward_text: z.string(),
  people: z.number(),
  /** To whom something comes by itself; with `unreached` they are all people. Each counts once, by the best channel. */
  reached: z.number(),
  /** `feed`: those to whom nothing comes by itself, but who find it when they open the Mini App. */
  channels: z.array(z.object({ channel, people: z.number(), on: z.boolean() })),
  unreached: z.array(z.object({ reason: unreachedReason, people: z.number(), explanation: z.string() })),
  /** ISO time at which the first goes out: quiet hours, holidays and pace considered. */
  begins_at: z.string(),
  ends_about: z.string(),
  needs_approval: z.boolean(),
  /** What must be changed before it can be sent; each a sentence. [] = it may go. */
  blocked: z.array(z.string()),
  warnings: z.array(z.string()),
});
export type PreviewReply = z.infer<typeof previewReply>;

/** `key` is made by the app for one press of the button: pressed twice it is one announcement. */
export const sendBody = z.object({ key: id, version: z.number() });
export const decisionBody = z.object({
  key: z.optional(id),
  version: z.number(),
  approve: z.boolean(),
  note: z.nullable(z.string().check(z.maxLength(300))),
});
export const correctionBody = z.object({
  key: id,
  /** With it, somebody else's correction meanwhile is not overwritten (409). */
  version: z.optional(z.number()),
  title: broadcastBody.shape.title,
  body: broadcastBody.shape.body,
  event: broadcastBody.shape.event,
});

export const progressReply = z.object({
  id: z.string(),
  state: broadcastState,
  revision: z.number(),
  /** Everybody prepared so far, each once. */
  people: z.number(),
  /** To whom it came, or who opened it in the app: `people` without `waiting`, and without those who are not reached. */
  reached: z.number(),
  /** Their message is still to go. */
  waiting: z.number(),
  seen: z.number(),
  /** Of the first wording. */
  channels: z.array(channelTotals),
  /** Of the newest correction, to those who had an earlier wording; [] = none. */
  correction: z.array(channelTotals),
  answers: z.array(z.object({ answer: z.string(), people: z.number(), count: z.number() })),
  reads_by_hour: z.array(z.object({ hour: z.string(), reads: z.number() })),
  updated_at: z.string(),
});
export type BroadcastProgress = z.infer<typeof progressReply>;

/** "Những hộ cần báo trực tiếp": people without a phone number or name are counted; only what they chose to be called is shown. */
export const unreachedReply = z.object({
  groups: z.array(
    z.object({
      group: z.nullable(z.string()),
      people: z.number(),
      reasons: z.array(z.object({ reason: unreachedReason, people: z.number(), explanation: z.string() })),
    }),
  ),
  advice: z.string(),
});

export const ANSWERS = ['yes', 'no', 'read'] as const;
export const WRONG_REASONS = ['wrong_fact', 'not_for_me', 'suspicious', 'other'] as const;

/** A resident's answer; again replaces it. `people`: how many come, the person included; only with "yes". */
export const answerBody = z.object({
  ward,
  answer: z.enum(ANSWERS),
  people: z.optional(z.number().check(z.int(), z.minimum(1), z.maximum(20))),
});
export const answeredReply = z.object({ answer: z.string(), people: z.number() });
/** "Tin này sai". */
export const wrongBody = z.object({ ward, why: z.enum(WRONG_REASONS) });
/** Noted: 204, without a body. */
export const wrongReply = z.undefined();

/** What a person wants to get: kinds that are muted, and the channels agreed to. */
export const noticeChoices = z.object({
  muted: z.array(z.enum(ANNOUNCEMENT_KINDS)),
  oa: z.boolean(),
  mini_app: z.boolean(),
});

/** Parts in square brackets are to be filled in: while one is left, it is not sent. */
export const templatesQuery = z.object({ ward });
export const templatesReply = z.object({
  templates: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(ANNOUNCEMENT_KINDS),
      name: z.string(),
      title: z.string(),
      body: z.string(),
      asks: replyAsk,
    }),
  ),
});

/** How often people said that it is wrong. */
export const wrongReportsReply = z.object({
  reports: z.array(z.object({ why: z.enum(WRONG_REASONS), people: z.number() })),
});

/** Which form reaches people: for the ward's page. */
export const reachQuery = z.object({
  ward,
  /** Days in Vietnam, "2026-11-01", both included; without them the last thirty. */
  from: z.optional(z.iso.date()),
  until: z.optional(z.iso.date()),
});
export const reachReply = z.object({
  ward: z.string(),
  from: z.string(),
  until: z.string(),
  broadcasts: z.number(),
  /** People who have said that the account shall send them nothing unasked. */
  unsubscribed: z.number(),
  by_channel: z.array(z.object({ channel, sent: z.number(), seen: z.number(), answered: z.number() })),
  by_kind: z.array(
    z.object({
      kind: z.enum(ANNOUNCEMENT_KINDS),
      people: z.number(),
      seen: z.number(),
      answered: z.number(),
      muted: z.number(),
    }),
  ),
  reads_by_hour: z.array(z.object({ hour: z.number(), reads: z.number() })),
});

/** An announcement as a resident sees it, with what was asked of them. */
export const announcementDetail = z.object({
  ...announcementReply.shape,
  asks: replyAsk,
  my_answer: z.nullable(answeredReply),
  /** What it said before its newest correction; null = it was never corrected. */
  before: z.nullable(z.object({ title: z.string(), body: z.string(), event: announcementReply.shape.event })),
  attachment: z.nullable(attachmentReply),
});

/** What the leader takes along to where no account can write: ordinary Zalo groups, and the loudspeaker. */
export const handoutReply = z.object({
  /** Within a Zalo message's length, with the code by which it is checked. */
  forward_text: z.string(),
  /** To be read aloud as it stands: every number and abbreviation in words. */
  script: z.string(),
});
export const DOWNLOAD_KINDS = ['poster_png', 'poster_pdf', 'script_txt', 'totals_xlsx'] as const;
export const downloadBody = z.object({ kind: z.enum(DOWNLOAD_KINDS) });
/** `url` opens without a session, in any browser, until `expires_at`. */
export const downloadReply = z.object({ url: z.string(), name: z.string(), expires_at: z.string() });
