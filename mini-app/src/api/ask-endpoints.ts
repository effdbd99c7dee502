import { answerReply } from '@phuong-so/shared/contracts/answer';
import { post } from './endpoints.ts';

/** The answer comes as the last of the events that `contracts/ask-stream.ts` names. */
export const ASK_ENDPOINTS = {
  askStream: post('/api/v1/ask/stream', answerReply),
  /** The reply is a recording. */
  readAloud: { method: 'POST', path: '/api/v1/read-aloud', reply: null },
} as const;
