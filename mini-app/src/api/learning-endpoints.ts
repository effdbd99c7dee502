import { certificateReply, learningReply, progressReply, quizReply } from '@phuong-so/shared/contracts/learning';
import { get, post } from './endpoints.ts';

export const LEARNING_ENDPOINTS = {
  learning: get('/api/v1/learning', learningReply),
  learn: post('/api/v1/learning/progress', progressReply),
  attemptQuiz: post('/api/v1/learning/quiz', quizReply),
  certify: post('/api/v1/learning/certificates', certificateReply),
  certificate: get('/api/v1/certificates/:code', certificateReply),
} as const;
