import { boardReply, dashboardReply } from '@phuong-so/shared/contracts/board';
import { get } from './endpoints.ts';

export const BOARD_ENDPOINTS = {
  board: get('/api/v1/board', boardReply),
  dashboard: get('/api/v1/dashboard', dashboardReply),
} as const;
