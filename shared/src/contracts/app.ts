import * as z from 'zod/mini';

/** What the Mini App must know before it shows anything: the same for everybody. */
export const appReply = z.object({
  app_name: z.string(),
  /** off = an address is shown as text to copy; on = it may be opened. */
  external_links: z.enum(['off', 'on']),
  /** The only addresses outside Zalo that the app shows; an address below one of them is as good. */
  links: z.array(z.object({ id: z.string(), name: z.string(), url: z.string(), what_for: z.string() })),
});
export type AppReply = z.infer<typeof appReply>;
