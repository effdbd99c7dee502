import { sqliteKit } from './kit.sqlite.ts';
import { defineTables } from './tables.ts';

export const {
  conversations,
  inboxEvents,
  chatThreads,
  outboxMessages,
  oaTokens,
  officialAccounts,
  alarms,
  people,
  grants,
  linkCodes,
  personChats,
  announcements,
  announcementReads,
  lessonProgress,
  quizAttempts,
  certificates,
  studyReminders,
  classes,
  classPlaces,
} = defineTables(sqliteKit);
