import type { FeedPlace } from '../ports/announcements.ts';
import { Refusal } from './problems.ts';

/** "1763700000000.<id>": where the next page begins. */
export function writePlace({ publishedAt, id }: FeedPlace): string {
  return `${publishedAt}.${id}`;
}

/** @throws Refusal for what this service has not given out */
export function readPlace(cursor: string): FeedPlace {
  const [, at, id] = /^(\d{1,15})\.([\w-]{1,60})$/.exec(cursor) ?? [];
  if (at === undefined || id === undefined) throw new Refusal('invalid_input', { fields: ['cursor'] });
  return { publishedAt: Number(at), id };
}
