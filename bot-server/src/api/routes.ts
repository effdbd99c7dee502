import type { Route } from './route.ts';
import { answerTo, reportAnnouncement } from './routes/announcement-echo.ts';
import { announcement, announcements, checkAnnouncement, readAnnouncement } from './routes/announcements.ts';
import { app } from './routes/app.ts';
import { ask, askStream } from './routes/ask.ts';
import { attachment, attachmentLink, putAttachment } from './routes/attachments.ts';
import { board, dashboard } from './routes/board.ts';
import { preview, templates } from './routes/broadcast-preview.ts';
import { progress, progressStream, unreached, wrongReports } from './routes/broadcast-progress.ts';
import { cancel, correction, decision, send, stop } from './routes/broadcast-steps.ts';
import { broadcastLog, broadcasts, changeBroadcast, oneBroadcast, writeBroadcast } from './routes/broadcasts.ts';
import { checkIn, checkInCode, giveUpPlace, roll, takePlace, takeRoll } from './routes/class-places.ts';
import { cancelClass, classes, oneClass, openClass } from './routes/classes.ts';
import { targets, tasks } from './routes/facts.ts';
import { download, handout } from './routes/handouts.ts';
import { home } from './routes/home.ts';
import { certificate, giveMyCertificate, learning, noteProgress, sendQuiz } from './routes/learning.ts';
import { learningCounts } from './routes/learning-counts.ts';
import { course, courses, service, services } from './routes/library.ts';
import { location } from './routes/location.ts';
import { changeMe, eraseMe, link, me, myData } from './routes/me.ts';
import { chooseNotices, notices } from './routes/notices.ts';
import { actOn, letter, obstacles, oneObstacle, raise } from './routes/obstacles.ts';
import { planText } from './routes/plan-text.ts';
import { passage, plans } from './routes/plans.ts';
import { reach } from './routes/reach.ts';
import { readAloud } from './routes/read-aloud.ts';
import {
  changeReport,
  downloadReport,
  draftReport,
  moveReport,
  redraftReport,
  reportDraft,
  reportDrafts,
  reportVersions,
} from './routes/report-drafts.ts';
import { reports } from './routes/reports.ts';
import { checkScam, scamPractice } from './routes/scams.ts';
import { demoSignIn, renew, signIn } from './routes/session.ts';
import { wards } from './routes/wards.ts';
import { changeWork, confirmWork, oneWork, proposals, work } from './routes/work.ts';
import { workNotices } from './routes/work-notices.ts';
import { muteWork, report, reportDecision, splitWork, supersede, takeWork } from './routes/work-steps.ts';
import { targetValue, valueDecision, workTargets } from './routes/work-targets.ts';

/** Every route of /api/v1: registered, described and tested from this one table. */
export const ROUTES: readonly Route[] = [
  ...[ask, askStream, readAloud, wards, home, plans, planText, passage, tasks, targets],
  ...[app, services, service, courses, course, checkScam, scamPractice],
  ...[signIn, demoSignIn, renew, me, changeMe, link, myData, eraseMe, location],
  ...[learning, noteProgress, sendQuiz, giveMyCertificate, certificate],
  ...[announcements, checkAnnouncement, announcement, readAnnouncement, answerTo, reportAnnouncement],
  ...[broadcasts, writeBroadcast, oneBroadcast, changeBroadcast, broadcastLog, preview, templates],
  ...[send, stop, cancel, decision, correction, progress, progressStream, unreached, wrongReports],
  ...[notices, chooseNotices, reach],
  ...[classes, oneClass, openClass, cancelClass, takePlace, giveUpPlace, roll, takeRoll, checkInCode, checkIn],
  learningCounts,
  ...[proposals, work, confirmWork, oneWork, changeWork, splitWork, takeWork, muteWork, report, reportDecision],
  ...[supersede, workTargets, targetValue, valueDecision],
  workNotices,
  ...[putAttachment, attachment, attachmentLink, handout, download],
  ...[obstacles, raise, oneObstacle, actOn, letter, board, dashboard],
  ...[reports, reportDrafts, draftReport, reportDraft, changeReport, redraftReport, moveReport, reportVersions],
  downloadReport,
];
