import { wardsReply } from '@phuong-so/shared/contracts/wards';
import { groupsOf } from '../groups.ts';
import { route } from '../route.ts';
import { requireFacts, toWardReply } from '../ward.ts';

export const wards = route({
  method: 'get',
  path: '/api/v1/wards',
  summary: 'Các phường và kế hoạch của từng phường',
  reply: wardsReply,
  handle(_input, deps) {
    const keys = deps.index.wards().map(({ key }) => key);
    return { wards: keys.map((key) => toWardReply({ key, ...requireFacts(deps, key) }, groupsOf(deps, key))) };
  },
});
