import {
  type AnnouncementCheckReply,
  announcementCheckReply,
  announcementReadReply,
} from '@phuong-so/shared/contracts/announcements';
import {
  announcementDetail,
  answeredReply,
  noticeChoices,
  reachReply,
  wrongReply,
} from '@phuong-so/shared/contracts/broadcasts';
import type * as z from 'zod/mini';
import type { ApiClient } from './client.ts';
import { type Endpoint, get, post } from './endpoints.ts';

/** Of an opened announcement, of what comes back from people, and of what reached them. */
export const ANNOUNCEMENT_ENDPOINTS = {
  announcement: get('/api/v1/announcements/:id', announcementDetail),
  readAnnouncement: post('/api/v1/announcements/:id/read', announcementReadReply),
  checkAnnouncement: post('/api/v1/announcements/check', announcementCheckReply),
  answerAnnouncement: post('/api/v1/announcements/:id/answer', answeredReply),
  reportWrong: post('/api/v1/announcements/:id/wrong', wrongReply),
  noticeChoices: get('/api/v1/me/notices', noticeChoices),
  chooseNotices: { method: 'PUT', path: '/api/v1/me/notices', reply: noticeChoices } satisfies Endpoint<unknown>,
  reach: get('/api/v1/reach', reachReply),
} as const;

export type AnnouncementDetail = z.infer<typeof announcementDetail>;
export type NoticeChoices = z.infer<typeof noticeChoices>;
export type ReachReply = z.infer<typeof reachReply>;

/** Where the server keeps the picture or PDF of an announcement. */
export function attachmentPath(id: string): string {
  return `/api/v1/attachments/${encodeURIComponent(id)}`;
}

/** What anybody may read and ask of announcements; failures as `ApiClient` says. */
export interface AnnouncementApi {
  announcement(ward: string, id: string, signal?: AbortSignal): Promise<AnnouncementDetail>;
  checkAnnouncement(ward: string, text: string, signal?: AbortSignal): Promise<AnnouncementCheckReply>;
}

export function createAnnouncementApi({ call }: ApiClient): AnnouncementApi {
  return {
    announcement: (ward, id, signal) =>
      call(ANNOUNCEMENT_ENDPOINTS.announcement, { path: { id }, query: { ward }, signal }),
    checkAnnouncement: (ward, text, signal) =>
      call(ANNOUNCEMENT_ENDPOINTS.checkAnnouncement, { body: { ward, text }, signal }),
  };
}
