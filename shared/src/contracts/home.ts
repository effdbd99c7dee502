import * as z from 'zod/mini';

/** A day that a plan names and that lies ahead, or that comes every year. */
export const comingDate = z.object({
  what: z.string(),
  /** ISO date of the next time it falls due. */
  date: z.string(),
  /** As the plan puts it: "trước ngày 30/11 hằng năm". */
  when: z.string(),
  document_id: z.string(),
  section_id: z.nullable(z.string()),
  quote: z.string(),
});

/** What the first page says about a ward beside its card. Questions come from the ward's own plan and have an answer. */
export const homeReply = z.object({
  ward: z.string(),
  examples: z.array(z.string()),
  dates: z.array(comingDate),
  as_of: z.string(),
});
export type HomeReply = z.infer<typeof homeReply>;
