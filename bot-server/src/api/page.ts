import { Refusal } from './problems.ts';

/** What a list's query may ask for. */
export interface PageQuery {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Ask for what follows with it; null = that was all. */
  readonly next: string | null;
}

/**
 * A part of a list: what follows the item that `cursor` names, at most `limit`. Without either the whole list. `keyOf`
 * gives each item's own key, so that a cursor stays right when items before it come or go.
 * @throws Refusal when the cursor's item is not in the list any more: the list is to be read from its beginning
 */
export function pageOf<T>(all: readonly T[], keyOf: (item: T) => string, { limit, cursor }: PageQuery): Page<T> {
  const from = cursor === undefined ? 0 : positionAfter(all, keyOf, cursor);
  const items = all.slice(from, limit === undefined ? undefined : from + limit);
  const last = items.at(-1);
  const isAll = last === undefined || from + items.length >= all.length;
  return { items, next: isAll ? null : encode(keyOf(last)) };
}

function positionAfter<T>(all: readonly T[], keyOf: (item: T) => string, cursor: string): number {
  const at = all.findIndex((item) => encode(keyOf(item)) === cursor);
  if (at < 0) throw new Refusal('invalid_input', { fields: ['cursor'] });
  return at + 1;
}

/** Opaque and safe in an address. */
function encode(key: string): string {
  return Buffer.from(key, 'utf8').toString('base64url');
}
