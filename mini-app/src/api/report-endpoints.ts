import {
  draftDownloadReply,
  draftVersionsReply,
  reportDraftReply,
  reportsReply,
} from '@phuong-so/shared/contracts/report-drafts';
import { type Endpoint, get, post } from './endpoints.ts';

/** What the plans ask to be reported, and drafts of it. */
export const REPORT_ENDPOINTS = {
  reports: get('/api/v1/reports', reportsReply),
  newReportDraft: post('/api/v1/report-drafts', reportDraftReply),
  reportDraft: get('/api/v1/report-drafts/:id', reportDraftReply),
  changeReportDraft: {
    method: 'PATCH',
    path: '/api/v1/report-drafts/:id',
    reply: reportDraftReply,
  } satisfies Endpoint<unknown>,
  redraft: post('/api/v1/report-drafts/:id/redraft', reportDraftReply),
  reportDraftState: post('/api/v1/report-drafts/:id/state', reportDraftReply),
  reportVersions: get('/api/v1/report-drafts/:id/versions', draftVersionsReply),
  reportDownload: post('/api/v1/report-drafts/:id/downloads', draftDownloadReply),
} as const;
