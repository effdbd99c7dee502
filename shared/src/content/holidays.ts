import * as z from 'zod';

const day = z.string().regex(/^\d{2}-\d{2}$/, 'a day is month-day: 09-02');
const name = z.string().trim().min(1).max(100);

/** data/holidays.yaml. */
export const holidaysFileSchema = z.strictObject({
  source: z.strictObject({ name, checked: z.iso.date(), via: z.string().trim().min(1).max(300) }),
  days: z.array(
    z.union([
      z.strictObject({ name, solar: day }),
      z.strictObject({ name, lunar: day }),
      z.strictObject({ name, tet: z.strictObject({ from: z.int().max(0), until: z.int().min(0) }) }),
    ]),
  ),
});
export type HolidaysFile = z.infer<typeof holidaysFileSchema>;
