import * as z from 'zod/mini';

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
});
export type WardReply = z.infer<typeof wardReply>;

export const wardsReply = z.object({ wards: z.array(wardReply) });
