import type { Answer } from '@phuong-so/shared/domain/answer';
import type { AskRequest } from '@phuong-so/shared/domain/understanding';
import type { WardFacts } from '../ports/ward-facts.ts';
import type { ChatDeps } from './deps.ts';

/** What people ask of any plan. */
export const COMMON = [
  'Hạn nộp báo cáo là ngày nào?',
  'Kế hoạch có những mục tiêu gì?',
  'Ai ký kế hoạch này?',
  'Kế hoạch gồm những phần nào?',
  'Kế hoạch này căn cứ vào văn bản nào?',
];
/** The menu holds other things beside them. */
const MOST = 2;
/** Of each kind. */
const MOST_TRIED = 3;
/** A title longer than this fills three lines of a telephone. In characters. */
const LONGEST_TITLE = 60;

/** Questions that this ward's plan really answers, for the menu: each was tried. */
export async function answerableQuestions(deps: ChatDeps, ward: string): Promise<string[]> {
  const facts = deps.index.ward(ward);
  const found: string[] = [];
  for (const likely of [...(facts ? ownQuestions(facts) : []), ...COMMON.map((question) => [question])]) {
    if (found.length === MOST) break;
    const first = await firstAnswered(deps, ward, likely);
    if (first) found.push(first);
  }
  return found;
}

/**
 * The first question that the ward's plan answers, and answers well where `isGood` says what that is. Nobody reads the answers:
 * no model words them.
 */
export async function firstAnswered(
  { answer }: Pick<ChatDeps, 'answer'>,
  ward: string,
  questions: readonly string[],
  isGood: (answer: Answer) => boolean = () => true,
): Promise<string | null> {
  for (const question of questions) {
    const asked: AskRequest = { ward, role: 'resident', unit: null, question, conversationId: null };
    const tried = await answer(asked, { model: 'never' });
    if (tried.outcome === 'answered' && isGood(tried)) return question;
  }
  return null;
}

/** Tasks and targets of the plan by name, one of each to be offered: people see what kind of thing may be asked. */
function ownQuestions({ documents }: WardFacts): string[][] {
  const tasks = documents.flatMap(({ plan }) => plan.tasks.filter(({ lead }) => lead.length > 0));
  const rowsFirst = [...tasks].sort((a, b) => Number(b.origin === 'appendix') - Number(a.origin === 'appendix'));
  const targets = documents.flatMap(({ plan }) => plan.targets);
  return [
    named(rowsFirst.map(({ title }) => title)).map((title) => `Ai chủ trì việc “${title}”?`),
    targetQuestions(targets.map(({ name }) => name)),
  ];
}

/** Questions for the first targets whose names are short. */
export function targetQuestions(names: readonly string[]): string[] {
  return named(names).map((name) => `Chỉ tiêu “${name}” là bao nhiêu?`);
}

/** The first that are short and name a thing rather than a duty ("chủ trì, theo dõi …"). */
function named(titles: readonly string[]): string[] {
  return titles
    .map(trimmed)
    .filter((title) => isShort(title) && !/^(?:chủ trì|phối hợp)/iu.test(title))
    .slice(0, MOST_TRIED);
}

function isShort(title: string): boolean {
  return title.length >= 10 && title.length <= LONGEST_TITLE;
}

function trimmed(title: string): string {
  return title.trim().replace(/[.;,:\s]+$/u, '');
}
