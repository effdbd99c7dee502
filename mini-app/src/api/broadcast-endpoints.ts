import {
  attachmentLinkReply,
  attachmentReply,
  broadcastLogReply,
  broadcastReply,
  broadcastsReply,
  downloadReply,
  handoutReply,
  previewReply,
  progressReply,
  templatesReply,
  unreachedReply,
  wrongReportsReply,
} from '@phuong-so/shared/contracts/broadcasts';
import type * as z from 'zod/mini';
import { type Endpoint, get, post } from './endpoints.ts';

/** For those who send announcements. */
export const BROADCAST_ENDPOINTS = {
  broadcasts: get('/api/v1/broadcasts', broadcastsReply),
  writeBroadcast: post('/api/v1/broadcasts', broadcastReply),
  broadcast: get('/api/v1/broadcasts/:id', broadcastReply),
  changeBroadcast: {
    method: 'PATCH',
    path: '/api/v1/broadcasts/:id',
    reply: broadcastReply,
  } satisfies Endpoint<unknown>,
  broadcastLog: get('/api/v1/broadcasts/:id/log', broadcastLogReply),
  preview: get('/api/v1/broadcasts/:id/preview', previewReply),
  send: post('/api/v1/broadcasts/:id/send', broadcastReply),
  stop: post('/api/v1/broadcasts/:id/stop', broadcastReply),
  cancel: post('/api/v1/broadcasts/:id/cancel', broadcastReply),
  decide: post('/api/v1/broadcasts/:id/decision', broadcastReply),
  correct: post('/api/v1/broadcasts/:id/correction', broadcastReply),
  progress: get('/api/v1/broadcasts/:id/progress', progressReply),
  progressStream: get('/api/v1/broadcasts/:id/progress/stream', progressReply),
  unreached: get('/api/v1/broadcasts/:id/unreached', unreachedReply),
  wrongReports: get('/api/v1/broadcasts/:id/wrong-reports', wrongReportsReply),
  templates: get('/api/v1/broadcast-templates', templatesReply),
  attach: post('/api/v1/attachments', attachmentReply),
  attachmentLink: post('/api/v1/attachments/:id/links', attachmentLinkReply),
  handout: get('/api/v1/broadcasts/:id/handout', handoutReply),
  download: post('/api/v1/broadcasts/:id/downloads', downloadReply),
} as const;

export type UnreachedReply = z.infer<typeof unreachedReply>;
export type HandoutReply = z.infer<typeof handoutReply>;
export type WrongReports = z.infer<typeof wrongReportsReply>;
export type LogEntry = z.infer<typeof broadcastLogReply>['entries'][number];
export type TemplateReply = z.infer<typeof templatesReply>['templates'][number];
