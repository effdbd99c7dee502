import { letterReply, obstacleDetailReply, obstacleReply, obstaclesReply } from '@phuong-so/shared/contracts/obstacles';
import type * as z from 'zod/mini';
import { get, post } from './endpoints.ts';

/** Obstacles of officials, proposals of anybody. */
export const OBSTACLE_ENDPOINTS = {
  obstacles: get('/api/v1/obstacles', obstaclesReply),
  raiseObstacle: post('/api/v1/obstacles', obstacleReply),
  obstacle: get('/api/v1/obstacles/:id', obstacleDetailReply),
  actOnObstacle: post('/api/v1/obstacles/:id/acts', obstacleReply),
  obstacleLetter: post('/api/v1/obstacles/:id/letter', letterReply),
} as const;

export type ObstacleEntry = z.infer<typeof obstacleDetailReply>['log'][number];
