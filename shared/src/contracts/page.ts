import * as z from 'zod/mini';

/** Most items that one reply gives when `limit` is sent; without `limit` a list is whole. */
export const PAGE_LIMIT = 500;

/** Parts of a list's query: how many at most, and after what. Without them the list is whole. */
export const pageQuery = {
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(PAGE_LIMIT))),
  cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(400))),
};

/** Send it as `cursor` to get what follows; null = that was all. Absent in replies of servers before November 2026. */
export const nextCursor = z._default(z.nullable(z.string()), null);
