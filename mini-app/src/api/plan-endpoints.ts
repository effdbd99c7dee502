import { targetsReply, tasksReply } from '@phuong-so/shared/contracts/facts';
import { passageReply, plansReply, planTextReply } from '@phuong-so/shared/contracts/plans';
import { get } from './endpoints.ts';

export const PLAN_ENDPOINTS = {
  plans: get('/api/v1/plans', plansReply),
  planText: get('/api/v1/plans/:ward/:documentId', planTextReply),
  passage: get('/api/v1/plans/:ward/:documentId/sections/:sectionId', passageReply),
  tasks: get('/api/v1/tasks', tasksReply),
  targets: get('/api/v1/targets', targetsReply),
} as const;
