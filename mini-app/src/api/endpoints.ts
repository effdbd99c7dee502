import { announcementsReply } from '@phuong-so/shared/contracts/announcements';
import { answerReply } from '@phuong-so/shared/contracts/answer';
import { appReply } from '@phuong-so/shared/contracts/app';
import { homeReply } from '@phuong-so/shared/contracts/home';
import { erasedReply, linkReply, myDataReply, profileReply } from '@phuong-so/shared/contracts/profile';
import { sessionReply } from '@phuong-so/shared/contracts/session';
import { wardsReply } from '@phuong-so/shared/contracts/wards';
import type * as z from 'zod/mini';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One route of the server: where it is and what it replies. A test holds the table against the server's description. */
export interface Endpoint<T> {
  readonly method: Method;
  /** As the server describes it: `:name` stands for a part that the caller fills in. */
  readonly path: string;
  readonly reply: z.ZodMiniType<T>;
}

export const get = <T>(path: string, reply: z.ZodMiniType<T>): Endpoint<T> => ({ method: 'GET', path, reply });
export const post = <T>(path: string, reply: z.ZodMiniType<T>): Endpoint<T> => ({ method: 'POST', path, reply });

/** Routes of the first screens; what only later pages use stands in tables of their own, which come with those pages. */
export const ENDPOINTS = {
  wards: get('/api/v1/wards', wardsReply),
  home: get('/api/v1/home', homeReply),
  ask: post('/api/v1/ask', answerReply),
  announcements: get('/api/v1/announcements', announcementsReply),
  app: get('/api/v1/app', appReply),
  signIn: post('/api/v1/session', sessionReply),
  demoSignIn: post('/api/v1/session/demo', sessionReply),
  renewSession: post('/api/v1/session/renew', sessionReply),
  me: get('/api/v1/me', profileReply),
  changeMe: { method: 'PATCH', path: '/api/v1/me', reply: profileReply } satisfies Endpoint<unknown>,
  link: post('/api/v1/me/link', linkReply),
  myData: get('/api/v1/me/data', myDataReply),
  eraseMe: { method: 'DELETE', path: '/api/v1/me', reply: erasedReply } satisfies Endpoint<unknown>,
} as const;

export type LinkReply = z.infer<typeof linkReply>;
export type MyDataReply = z.infer<typeof myDataReply>;
