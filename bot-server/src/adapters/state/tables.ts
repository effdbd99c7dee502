import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What each conversation was last about: resolved ids as JSON, never the words of a message. Times in milliseconds. */
export const conversations = sqliteTable('conversations', {
  id: text('id').primaryKey(),
  ward: text('ward').notNull(),
  topic: text('topic').notNull(),
  updatedAt: integer('updated_at').notNull(),
});
