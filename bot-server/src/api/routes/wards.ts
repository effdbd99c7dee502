import { wardsQuery, wardsReply } from '@phuong-so/shared/contracts/wards';
import { groupsOf } from '../groups.ts';
import { pageOf } from '../page.ts';
import { route } from '../route.ts';
import { requireFacts, toWardReply } from '../ward.ts';

export const wards = route({
  method: 'get',
  path: '/api/v1/wards',
  summary: 'Các phường và kế hoạch của từng phường',
  sameForAll: true,
  query: wardsQuery,
  reply: wardsReply,
  handle({ query }, deps) {
    const { items, next } = pageOf(deps.index.wards(), ({ key }) => key, query);
    const wards = items.map(({ key }) => toWardReply({ key, ...requireFacts(deps, key) }, groupsOf(deps, key)));
    return { wards, next_cursor: next, demo: deps.demo };
  },
});
