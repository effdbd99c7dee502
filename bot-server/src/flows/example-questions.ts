import type { Answer } from '@phuong-so/shared/domain/answer';
import type { AskRequest } from '@phuong-so/shared/domain/understanding';
import { padded } from '@phuong-so/shared/text/tokens';
import { COMMON, firstAnswered, targetQuestions } from '../chatting/menu.ts';
import type { WardFacts } from '../ports/ward-facts.ts';

/** A question that residents ask, and words of which an answer to it has one: another answer was found beside the point. */
interface LikelyQuestion {
  readonly question: string;
  readonly shows: readonly string[];
}

/** In the order of what concerns people most. */
const RESIDENTS: readonly LikelyQuestion[] = [
  { question: 'Kế hoạch mang lại gì cho người dân?', shows: ['người dân', 'nhân dân'] },
  { question: 'Phường làm gì để người dân dùng dịch vụ công trực tuyến?', shows: ['dịch vụ công'] },
  { question: 'Phường dạy kỹ năng số cho người dân thế nào?', shows: ['kỹ năng số', 'học tập số'] },
  { question: 'Phường giữ an toàn trên mạng cho người dân thế nào?', shows: ['an toàn', 'an ninh mạng'] },
  { question: 'Hộ kinh doanh được hỗ trợ gì?', shows: ['hộ kinh doanh'] },
  { question: 'Bao giờ phường phủ sóng 5G?', shows: ['5G'] },
  { question: 'Doanh nghiệp được hỗ trợ gì?', shows: ['doanh nghiệp'] },
  { question: 'Tiền để thực hiện kế hoạch lấy từ đâu?', shows: ['kinh phí', 'ngân sách'] },
];
const MOST = 4;
/** Residents' questions before one about a target of this plan. */
const BEFORE_OWN = 3;
/** Targets that speak of people come before those that speak of offices. */
const OF_PEOPLE = / (?:nguoi dan|ho gia dinh|dan so|hoc sinh|ho kinh doanh) /;

export interface ExampleDeps {
  readonly answer: (request: AskRequest, options?: { readonly model: 'never' }) => Promise<Answer>;
}

/** Four questions to begin with, fewer when the plan answers fewer. Each was asked of this ward's plan and answered. */
export async function exampleQuestions(deps: ExampleDeps, { profile, documents }: WardFacts): Promise<string[]> {
  const names = documents.flatMap(({ plan }) => plan.targets.map(({ name }) => name));
  const peopleFirst = [...names].sort((a, b) => Number(speaksOfPeople(b)) - Number(speaksOfPeople(a)));
  const own = targetQuestions(peopleFirst).map((question) => ({ question, shows: [] }));
  const found: string[] = [];
  const tryEach = async (list: readonly LikelyQuestion[], most: number) => {
    for (const { question, shows } of list) {
      if (found.length >= most) return;
      if (found.includes(question)) continue;
      const good = await firstAnswered(deps, profile.key, [question], (answer) => isAbout(answer, shows));
      if (good) found.push(good);
    }
  };
  await tryEach(RESIDENTS, BEFORE_OWN);
  await tryEach(own, Math.min(MOST, found.length + 1));
  await tryEach(RESIDENTS, MOST);
  await tryEach([...own, ...COMMON.map((question) => ({ question, shows: [] }))], MOST);
  return found;
}

function speaksOfPeople(name: string): boolean {
  return OF_PEOPLE.test(padded(name));
}

function isAbout({ text }: Answer, shows: readonly string[]): boolean {
  const said = padded(text);
  return shows.length === 0 || shows.some((words) => said.includes(padded(words)));
}
