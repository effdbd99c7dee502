import type { WardFacts } from '../ports/plan-index.ts';
import type { ChatDeps } from './deps.ts';

/** What people ask of any plan. */
const COMMON = [
  'Hạn nộp báo cáo là ngày nào?',
  'Kế hoạch có những mục tiêu gì?',
  'Ai ký kế hoạch này?',
  'Kế hoạch gồm những phần nào?',
  'Kế hoạch này căn cứ vào văn bản nào?',
];
const MOST = 4;
/** A title longer than this fills three lines of a telephone. In characters. */
const LONGEST_TITLE = 60;

/** Questions that this ward's plan really answers, for the menu: each was tried. */
export async function answerableQuestions({ answer, index }: ChatDeps, ward: string): Promise<string[]> {
  const facts = index.ward(ward);
  const found: string[] = [];
  for (const question of [...(facts ? ownQuestions(facts) : []), ...COMMON]) {
    if (found.length === MOST) break;
    const tried = await answer({ ward, role: 'resident', unit: null, question, conversationId: null });
    if (tried.outcome === 'answered') found.push(question);
  }
  return found;
}

/** One task and one target of the plan by name: people see what kind of thing may be asked. */
function ownQuestions({ documents }: WardFacts): string[] {
  const plans = documents.map(({ plan }) => plan);
  const task = plans.flatMap(({ tasks }) => tasks).find(({ title, lead }) => lead.length > 0 && isShort(title));
  const target = plans.flatMap(({ targets }) => targets).find(({ name }) => isShort(name));
  return [
    ...(task ? [`Ai chủ trì việc “${trimmed(task.title)}”?`] : []),
    ...(target ? [`Chỉ tiêu “${trimmed(target.name)}” là bao nhiêu?`] : []),
  ];
}

function isShort(title: string): boolean {
  return title.length >= 10 && title.length <= LONGEST_TITLE;
}

function trimmed(title: string): string {
  return title.trim().replace(/[.;,:\s]+$/u, '');
}
