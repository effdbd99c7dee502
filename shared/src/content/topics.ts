import * as z from 'zod';

const words = z.array(z.string().trim().min(1).max(60)).min(1);

/** data/topics.yaml: things that people ask a ward about and that a plan may never mention. */
export const topicsSchema = z.strictObject({
  topics: z.array(z.strictObject({ group: z.string().min(1), words })).min(1),
});

export type Topics = z.infer<typeof topicsSchema>;
