import * as z from 'zod/mini';
import { nextCursor, pageQuery } from './page.ts';

export const wardDocument = z.object({
  id: z.string(),
  number: z.nullable(z.string()),
  title: z.nullable(z.string()),
  signer: z.nullable(z.string()),
});

export const wardReply = z.object({
  key: z.string(),
  name: z.nullable(z.string()),
  province: z.nullable(z.string()),
  /** What to show for the ward, also when its name is unknown. */
  label: z.string(),
  documents: z.array(wardDocument),
  /** What the ward has configured of itself; null = not configured, and the page shows no row for it. */
  contact: z.object({
    address: z.nullable(z.string()),
    hotline: z.nullable(z.string()),
    hours: z.nullable(z.string()),
    email: z.nullable(z.string()),
  }),
  /** The ward's Official Account, for opening its chat. */
  oa_id: z.nullable(z.string()),
  /** Neighbourhood groups (tổ dân phố) to choose from. */
  groups: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type WardReply = z.infer<typeof wardReply>;

export const wardsQuery = z.object(pageQuery);
export const wardsReply = z.object({
  wards: z.array(wardReply),
  next_cursor: nextCursor,
  /** True only of a server that shows itself (DEMO=1), where everyone may take any role. */
  demo: z.optional(z.boolean()),
});
export type WardsReply = z.infer<typeof wardsReply>;
