import {
  confirmReply,
  proposalsReply,
  splitReply,
  supersedeReply,
  workDetailReply,
  workListReply,
  workReply,
} from '@phuong-so/shared/contracts/work';
import { workNoticesReply } from '@phuong-so/shared/contracts/work-notices';
import { keptTargetReply, keptTargetsReply } from '@phuong-so/shared/contracts/work-targets';
import { type Endpoint, get, post } from './endpoints.ts';

/** For officials: the tasks and targets of the ward's plans. */
export const WORK_ENDPOINTS = {
  workNotices: get('/api/v1/work-notices', workNoticesReply),
  workProposals: get('/api/v1/work-proposals', proposalsReply),
  confirmWork: post('/api/v1/work', confirmReply),
  supersede: post('/api/v1/work-supersede', supersedeReply),
  work: get('/api/v1/work', workListReply),
  oneWork: get('/api/v1/work/:id', workDetailReply),
  changeWork: { method: 'PATCH', path: '/api/v1/work/:id', reply: workReply } satisfies Endpoint<unknown>,
  splitWork: post('/api/v1/work/:id/split', splitReply),
  takeWork: post('/api/v1/work/:id/take', workReply),
  muteWork: post('/api/v1/work/:id/mute', workReply),
  reportWork: post('/api/v1/work/:id/reports', workDetailReply),
  decideReport: post('/api/v1/work/:id/reports/:report/decision', workDetailReply),
  workTargets: get('/api/v1/work-targets', keptTargetsReply),
  reportValue: post('/api/v1/work-targets/:id/values', keptTargetReply),
  decideValue: post('/api/v1/work-targets/:id/values/:value/decision', keptTargetReply),
} as const;
