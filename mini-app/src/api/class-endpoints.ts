import {
  checkInCodeReply,
  classesReply,
  classReply,
  learningCountsReply,
  placeReply,
  rollReply,
} from '@phuong-so/shared/contracts/classes';
import type * as z from 'zod/mini';
import { type Endpoint, get, post } from './endpoints.ts';

export const CLASS_ENDPOINTS = {
  classes: get('/api/v1/classes', classesReply),
  openClass: post('/api/v1/classes', classReply),
  oneClass: get('/api/v1/classes/:id', classReply),
  cancelClass: post('/api/v1/classes/:id/cancel', classReply),
  takePlace: post('/api/v1/classes/:id/place', placeReply),
  giveUpPlace: { method: 'DELETE', path: '/api/v1/classes/:id/place', reply: placeReply } satisfies Endpoint<unknown>,
  roll: get('/api/v1/classes/:id/roll', rollReply),
  takeRoll: post('/api/v1/classes/:id/attendance', rollReply),
  checkInCode: get('/api/v1/classes/:id/check-in-code', checkInCodeReply),
  checkIn: post('/api/v1/classes/:id/check-in', placeReply),
  learningCounts: get('/api/v1/learning-counts', learningCountsReply),
} as const;

export type PlaceReply = z.infer<typeof placeReply>;
export type CheckInCodeReply = z.infer<typeof checkInCodeReply>;
export type LearningCountsReply = z.infer<typeof learningCountsReply>;
