import * as z from 'zod/mini';
import { wardDocument } from './wards.ts';

export const wardQuery = z.object({ ward: z.string().check(z.minLength(1), z.maxLength(60)) });

export const planReply = z.object({
  id: z.string(),
  number: z.nullable(z.string()),
  date: z.nullable(z.string()),
  title: z.nullable(z.string()),
  issuer: z.nullable(z.string()),
  signer: z.nullable(z.object({ name: z.string(), position: z.string() })),
  legal_bases: z.array(
    z.object({
      type: z.string(),
      number: z.nullable(z.string()),
      date: z.nullable(z.string()),
      issuer: z.nullable(z.string()),
    }),
  ),
  recipients: z.array(z.string()),
  outline: z.array(
    z.object({ section_id: z.string(), level: z.number(), label: z.string(), title: z.nullable(z.string()) }),
  ),
  warnings: z.array(z.object({ kind: z.string(), text: z.string() })),
});
export type PlanReply = z.infer<typeof planReply>;
export const plansReply = z.object({ ward: z.string(), plans: z.array(planReply) });

export const planParams = z.object({ ward: z.string(), documentId: z.string() });
/** The whole plan for reading, offline as well. Tasks and targets have routes of their own. */
export const planTextReply = z.object({
  plan: planReply,
  sections: z.array(
    z.object({
      id: z.string(),
      level: z.number(),
      label: z.string(),
      title: z.nullable(z.string()),
      /** What the section is about in plain words; null when no plain title is known for such a heading. */
      plain_title: z.nullable(z.string()),
      paragraphs: z.array(z.object({ id: z.string(), text: z.string() })),
      /** The section's text as the document prints it, slips and all. */
      raw: z.string(),
    }),
  ),
  as_of: z.string(),
});
export type PlanTextReply = z.infer<typeof planTextReply>;

export const passageParams = z.object({ ward: z.string(), documentId: z.string(), sectionId: z.string() });
export const passageQuery = z.object({ quote: z.optional(z.string().check(z.maxLength(2000))) });

/** A section as a reader sees it. `start` and `end` count UTF-16 units of the paragraph's text. */
export const passageReply = z.object({
  document: wardDocument,
  section: z.object({
    id: z.string(),
    /** From the outermost heading to this section. */
    path: z.array(z.object({ label: z.string(), title: z.nullable(z.string()) })),
    paragraphs: z.array(z.object({ id: z.string(), text: z.string() })),
  }),
  highlight: z.nullable(z.object({ paragraphId: z.string(), start: z.number(), end: z.number() })),
  /** The asked quote, only when it stands in the document but not in one paragraph of this section. */
  quote: z.nullable(z.string()),
});
export type PassageReply = z.infer<typeof passageReply>;
