import { type HomeReply, homeReply } from '@phuong-so/shared/contracts/home';
import { wardQuery } from '@phuong-so/shared/contracts/plans';
import { exampleQuestions } from '../../flows/example-questions.ts';
import type { WardFacts } from '../../ports/ward-facts.ts';
import { comingDates } from '../coming-dates.ts';
import type { ApiDeps } from '../environment.ts';
import { route } from '../route.ts';
import { requireFacts } from '../ward.ts';

export const home = route({
  method: 'get',
  path: '/api/v1/home',
  summary: 'Trang đầu của một phường: câu hỏi mẫu có câu trả lời, và những ngày sắp tới trong kế hoạch',
  sameForAll: true,
  query: wardQuery,
  reply: homeReply,
  handle({ query }, deps) {
    return homeOf(deps, requireFacts(deps, query.ward));
  },
});

/**
 * Made once for each ward, build and day: a dozen questions are asked for it. The key is the ward's facts, which another
 * build, or a ward that was not asked for in a long time, reads anew.
 */
const KEPT = new WeakMap<WardFacts, { readonly day: string; readonly reply: Promise<HomeReply> }>();

function homeOf(deps: ApiDeps, facts: WardFacts): Promise<HomeReply> {
  const day = deps.clock.today();
  const kept = KEPT.get(facts);
  if (kept?.day === day) return kept.reply;
  const reply = makeHome(deps, facts, day);
  KEPT.set(facts, { day, reply });
  // What failed is tried again by the next who asks.
  reply.catch(() => KEPT.delete(facts));
  return reply;
}

async function makeHome(deps: ApiDeps, facts: WardFacts, day: string): Promise<HomeReply> {
  const examples = await exampleQuestions(deps, facts);
  return { ward: facts.profile.key, examples, dates: comingDates(facts.documents, day), as_of: day };
}
