import * as z from 'zod';
import { entryIdSchema, line, sourceSchema } from './provenance.ts';

/** data/links.yaml: every address and telephone number that content files may name. */
export const linksFileSchema = z.strictObject({
  links: z.array(
    z.strictObject({
      id: entryIdSchema,
      name: line,
      url: z.url({ protocol: /^https$/, error: 'cần một địa chỉ https' }),
      what_for: line,
      source: sourceSchema,
    }),
  ),
  phones: z.array(z.strictObject({ number: line, what_for: line, source: sourceSchema })),
});
export type LinksFile = z.infer<typeof linksFileSchema>;
