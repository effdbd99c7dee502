import * as z from 'zod/mini';

const id = z.string().check(z.minLength(1), z.maxLength(80));
const ward = z.string().check(z.minLength(1), z.maxLength(60));

/** What the person has really done of one course, in the chat and in the app. */
export const courseProgress = z.object({
  course: z.string(),
  lessons: z.array(z.object({ id: z.string(), step: z.number(), finished: z.boolean() })),
  /** Where to go on; null = every lesson is finished. `step` from 0. */
  resume: z.nullable(z.object({ lesson: z.string(), step: z.number() })),
  /** The best attempt; null = none yet. */
  quiz: z.nullable(z.object({ right: z.number(), total: z.number(), passed: z.boolean() })),
  certificate: z.nullable(z.object({ code: z.string(), issued_at: z.string() })),
});
export type CourseProgress = z.infer<typeof courseProgress>;

export const learningReply = z.object({
  courses: z.array(courseProgress),
  /** In words: "Đã xong 3 bài". Never a comparison with others. */
  level: z.string(),
  /** Weeks in a row with something learnt, this one or the last included; 0 is not shown. */
  weeks_in_a_row: z.number(),
});
export type LearningReply = z.infer<typeof learningReply>;

/** One lesson's step was reached, or the lesson finished. Sent again changes nothing. */
export const progressBody = z.object({
  course: id,
  lesson: id,
  step: z.number().check(z.int(), z.minimum(0), z.maximum(100)),
  finished: z.boolean(),
});
export const progressReply = courseProgress;

/** `id` is made by the app, so that an attempt that is sent twice counts once. */
export const quizBody = z.object({
  id,
  course: id,
  answers: z.array(z.number().check(z.int(), z.minimum(0), z.maximum(9))).check(z.maxLength(50)),
});
export const quizReply = z.object({
  right: z.number(),
  total: z.number(),
  passed: z.boolean(),
  progress: courseProgress,
});

export const certificateBody = z.object({
  ward,
  course: id,
  /** As it is to be printed. */
  name: z.string().check(z.trim(), z.minLength(2), z.maxLength(60)),
});
export const certificateReply = z.object({
  code: z.string(),
  course: z.object({ id: z.string(), title: z.string() }),
  /** The ward's name as people read it. */
  ward: z.string(),
  name: z.string(),
  issued_at: z.string(),
  demo: z.boolean(),
  /** The public page, and the certificate as PDF and PNG; "/…" on this server where it does not know its own address. */
  page: z.string(),
  pdf: z.string(),
  png: z.string(),
});
export type CertificateReply = z.infer<typeof certificateReply>;
export const certificateParams = z.object({ code: z.string().check(z.minLength(4), z.maxLength(20)) });

/** "Kiểm tra tin nhắn này": by rules, on the server; the text is not kept. */
export const messageCheckBody = z.object({ text: z.string().check(z.trim(), z.minLength(1), z.maxLength(5000)) });
export const messageCheckReply = z.object({
  /** Never "safe": `no_signs` says only that none of the known signs was found. */
  verdict: z.enum(['likely_scam', 'suspicious', 'no_signs']),
  signs: z.array(
    z.object({
      kind: z.string(),
      /** The words of the message that show it. */
      found: z.string(),
      why: z.string(),
    }),
  ),
  advice: z.array(z.string()),
});
export type MessageCheckReply = z.infer<typeof messageCheckReply>;

/** Made-up messages for practice, from data/scam-practice.yaml; marked as made up wherever they are shown. */
export const scamPracticeReply = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      /** Who it seems to come from. */
      from: z.string(),
      text: z.string(),
      is_scam: z.boolean(),
      /** What gives it away, in words of the message where there are any. */
      signs: z.array(z.string()),
      what_to_do: z.string(),
      where_to_report: z.nullable(z.string()),
    }),
  ),
});
export type ScamPracticeReply = z.infer<typeof scamPracticeReply>;
