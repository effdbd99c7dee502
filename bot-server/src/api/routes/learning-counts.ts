import { learningCountsQuery, learningCountsReply } from '@phuong-so/shared/contracts/classes';
import { DAY_MS, VIETNAM_MS, writtenDay } from '@phuong-so/shared/domain/vietnam-time';
import type { ApiDeps } from '../environment.ts';
import { groupName } from '../groups.ts';
import { Refusal } from '../problems.ts';
import { route } from '../route.ts';
import { currentSession, requireSession } from '../sign-in.ts';
import { requireFacts } from '../ward.ts';

export const learningCounts = route({
  method: 'get',
  path: '/api/v1/learning-counts',
  summary: 'Số người đã học kỹ năng số của phường, kèm cách đếm, cho tổ trưởng và cán bộ của phường',
  access: 'signed_in',
  query: learningCountsQuery,
  reply: learningCountsReply,
  async handle({ query, session }, deps) {
    const { role, ward } = await currentSession(deps, requireSession(session));
    if (role === 'resident' || ward !== query.ward) throw new Refusal('not_allowed');
    const today = deps.clock.today();
    const from = startOf(query.from ?? `${today.slice(0, 4)}-01-01`);
    const until = startOf(query.until ?? today) + DAY_MS;
    const [counts, learnt] = await Promise.all([
      deps.classes.counts(query.ward, from, until),
      deps.learning.counts(query.ward),
    ]);
    return {
      ward: query.ward,
      from: new Date(from).toISOString(),
      until: new Date(until).toISOString(),
      definition: definition(from, until - DAY_MS),
      ...{ people: counts.people, attendances: counts.attendances, certified: learnt.certified },
      by_group: counts.byGroup.map(({ group, people }) => ({
        group: groupName(deps, query.ward, group) ?? 'Chưa cho biết tổ dân phố',
        people,
      })),
      by_age_band: counts.byAgeBand.map(({ ageBand, people }) => ({ age_band: ageBand, people })),
      targets: targetsOf(deps, query.ward),
    };
  },
});

/** What is counted, and what is not. `from`, `until`: first and last day, epoch ms. */
function definition(from: number, until: number): string {
  return [
    `Số người: người có mặt ở ít nhất một lớp học của phường từ ${writtenDay(from)} đến ${writtenDay(until)}, mỗi người đếm một lần dù học nhiều lớp.`,
    'Lượt: số lần có mặt.',
    'Giấy chứng nhận: số người đã nhận ít nhất một giấy chứng nhận của phường, từ trước đến nay.',
    'Không tính lớp mẫu và người đã yêu cầu xóa dữ liệu. Người học bằng hai tài khoản chưa liên kết bị đếm hai lần.',
    'Đây là con số để tham khảo khi báo cáo, không phải kết quả chính thức của chỉ tiêu.',
  ].join(' ');
}

/** As printed; several plans and annexes may name the same target. */
function targetsOf(deps: ApiDeps, ward: string) {
  const all = requireFacts(deps, ward).documents.flatMap(({ plan }) =>
    plan.targets
      .filter(({ name }) => deps.isDigitalSkill(name))
      .map(({ name, unit }) => ({ name, unit, document: plan.document.number ?? plan.document.title ?? '' })),
  );
  return [...new Map(all.map((target) => [JSON.stringify(target), target])).values()];
}

/** Midnight in Vietnam of an ISO date, epoch ms. */
function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) - VIETNAM_MS;
}
