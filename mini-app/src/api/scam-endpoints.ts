import {
  type MessageCheckReply,
  messageCheckReply,
  type ScamPracticeReply,
  scamPracticeReply,
} from '@phuong-so/shared/contracts/learning';
import type { ApiClient } from './client.ts';
import { get, post } from './endpoints.ts';

export const SCAM_ENDPOINTS = {
  checkMessage: post('/api/v1/messages/check', messageCheckReply),
  scamPractice: get('/api/v1/scam-practice', scamPracticeReply),
} as const;

/** Failures as `ApiClient` says. */
export interface ScamApi {
  checkMessage(text: string, signal?: AbortSignal): Promise<MessageCheckReply>;
  practice(signal?: AbortSignal): Promise<ScamPracticeReply['items']>;
}

export function createScamApi({ call }: ApiClient): ScamApi {
  return {
    checkMessage: (text, signal) => call(SCAM_ENDPOINTS.checkMessage, { body: { text }, signal }),
    practice: async (signal) => (await call(SCAM_ENDPOINTS.scamPractice, { signal })).items,
  };
}
