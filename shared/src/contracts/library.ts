import * as z from 'zod/mini';

const key = z.string().check(z.minLength(1), z.maxLength(80));
export const libraryQuery = z.object({ ward: z.string().check(z.minLength(1), z.maxLength(60)) });
export const entryParams = z.object({ id: key });

/** Simple markdown: paragraphs, lists, bold. Never HTML. */
const markdown = z.string();

/** Where a fact comes from; `confidence` is for reviewers, `checked` is shown. */
const source = z.object({ name: z.string(), url: z.nullable(z.string()), checked: z.string() });

export const serviceCard = z.object({
  id: z.string(),
  title: z.string(),
  /** One line: what it is for. */
  summary: z.string(),
  /** "Hộ tịch", "Cư trú", … */
  field: z.string(),
  /** Words that people use for it. */
  also: z.array(z.string()),
  /** Life events that lead to it: "mới sinh con". */
  situations: z.array(z.string()),
});
export const servicesReply = z.object({ ward: z.string(), services: z.array(serviceCard) });

/** What the ward's own plan promises about doing procedures on the network, as printed. */
export const planCommitment = z.object({
  name: z.string(),
  /** By year; the year "" = the plan states none. Empty for a task. */
  values: z.array(z.object({ year: z.string(), value: z.string() })),
  /** A task's deadline as printed; null for a target, and where the plan sets none. */
  due: z.nullable(z.string()),
  /** Number of the document; null = it has none. */
  document: z.nullable(z.string()),
  document_id: z.string(),
  /** null = it stands in no section that can be opened. */
  section_id: z.nullable(z.string()),
  quote: z.string(),
});

export const serviceReply = z.object({
  ...serviceCard.shape,
  who: z.nullable(markdown),
  papers: z.array(z.object({ name: z.string(), original: z.nullable(z.boolean()), note: z.nullable(z.string()) })),
  steps_online: z.array(markdown),
  steps_counter: z.array(markdown),
  where: z.nullable(markdown),
  /** null = not verified: the page says to ask the service centre. */
  time: z.nullable(z.string()),
  fee: z.nullable(z.string()),
  result: z.nullable(z.string()),
  mistakes: z.array(z.string()),
  legal: z.array(z.string()),
  related: z.array(z.object({ id: z.string(), title: z.string() })),
  /** Procedures that people take for this one. */
  look_alikes: z.array(z.object({ id: z.string(), title: z.string(), difference: z.string() })),
  /** None for a procedure that cannot be done on the network. */
  commitments: z.array(planCommitment),
  sources: z.array(source),
  /** ISO date of the last check. */
  checked: z.string(),
  /** A note that facts from before 1/7/2025 may have changed, or null. */
  caution: z.nullable(z.string()),
});
export type ServiceReply = z.infer<typeof serviceReply>;

export const courseCard = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  minutes: z.number(),
  lessons: z.number(),
  /** Whom it is for, the first one first: "Người cao tuổi", "Hộ kinh doanh", … */
  audiences: z.array(z.string()),
});
export const coursesReply = z.object({ ward: z.string(), courses: z.array(courseCard) });

const quizQuestionReply = z.object({
  question: z.string(),
  options: z.array(z.string()),
  /** Index into `options`: a quiz is for learning, and is explained without a network too. */
  right: z.number(),
  why: z.string(),
});

export const courseReply = z.object({
  ...courseCard.shape,
  /** Drawings that steps name in lines like "![Ba nút](ba-nut.svg)": `name` without ".svg", read with `parsePicture`. */
  pictures: z.array(z.object({ name: z.string(), svg: z.string() })),
  parts: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      minutes: z.number(),
      /** What one can do afterwards, in one line. */
      goal: z.string(),
      /** One step a screen; progress counts them. */
      steps: z.array(markdown),
      /** The task to try by oneself, which is the last of `steps`; null = the lesson has none. */
      practice: z.nullable(z.string()),
      /** Public services that the lesson is about. */
      services: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  ),
  /** Gone through after the lessons; [] = the course has none. */
  quiz: z.array(quizQuestionReply),
  sources: z.array(source),
  checked: z.string(),
  /** As with services. */
  caution: z.optional(z.nullable(z.string())),
});
export type CourseReply = z.infer<typeof courseReply>;
