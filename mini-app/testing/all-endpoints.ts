import { ANNOUNCEMENT_ENDPOINTS } from '../src/api/announcement-endpoints.ts';
import { ASK_ENDPOINTS } from '../src/api/ask-endpoints.ts';
import { BOARD_ENDPOINTS } from '../src/api/board-endpoints.ts';
import { BROADCAST_ENDPOINTS } from '../src/api/broadcast-endpoints.ts';
import { CLASS_ENDPOINTS } from '../src/api/class-endpoints.ts';
import { ENDPOINTS } from '../src/api/endpoints.ts';
import { LEARNING_ENDPOINTS } from '../src/api/learning-endpoints.ts';
import { LIBRARY_ENDPOINTS } from '../src/api/library-endpoints.ts';
import { LOCATION_ENDPOINTS } from '../src/api/location-endpoints.ts';
import { OBSTACLE_ENDPOINTS } from '../src/api/obstacle-endpoints.ts';
import { PLAN_ENDPOINTS } from '../src/api/plan-endpoints.ts';
import { REPORT_ENDPOINTS } from '../src/api/report-endpoints.ts';
import { SCAM_ENDPOINTS } from '../src/api/scam-endpoints.ts';
import { WORK_ENDPOINTS } from '../src/api/work-endpoints.ts';

/** Every route that the app uses, by name. */
export const ALL_ENDPOINTS = {
  ...ENDPOINTS,
  ...ANNOUNCEMENT_ENDPOINTS,
  ...ASK_ENDPOINTS,
  ...BOARD_ENDPOINTS,
  ...BROADCAST_ENDPOINTS,
  ...CLASS_ENDPOINTS,
  ...LEARNING_ENDPOINTS,
  ...LIBRARY_ENDPOINTS,
  ...LOCATION_ENDPOINTS,
  ...OBSTACLE_ENDPOINTS,
  ...PLAN_ENDPOINTS,
  ...REPORT_ENDPOINTS,
  ...SCAM_ENDPOINTS,
  ...WORK_ENDPOINTS,
};
