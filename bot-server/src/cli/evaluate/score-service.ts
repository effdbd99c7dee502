import type { Answer } from '@phuong-so/shared/domain/answer';
import { serviceName, startCourse } from '@phuong-so/shared/domain/library-names';
import { foldMarks } from '@phuong-so/shared/text/fold';
import { collapseSource } from '@phuong-so/shared/text/source-text';
import * as z from 'zod';
import type { Library } from '../../ports/library.ts';
import type { GoldSource } from './score.ts';

/** What an answer to a question about services or courses is right by; exactly one way. */
const expectSchema = z.object({
  /** Each is right as the first procedure answered with. */
  services: z.array(z.string()).optional(),
  course: z.string().optional(),
  courses: z.array(z.string()).optional(),
  /** One question back that offers at least these is right, an answer is not. */
  ask_back: z.array(z.string()).optional(),
  /** No file covers it: nothing of a procedure may be given. */
  none: z.literal(true).optional(),
  /** For the plan: answered from it or not found, never from a service. */
  plan: z.literal(true).optional(),
});

export const serviceQuestionSchema = z.object({
  id: z.string(),
  ward: z.string().nullable(),
  role: z.enum(['resident', 'leader', 'official']),
  unit: z.string().nullable(),
  kind: z.string(),
  style: z.string(),
  question: z.string(),
  expect: expectSchema,
  must_include: z.array(z.array(z.string())),
  must_not_include: z.array(z.string()),
});
export type ServiceQuestion = z.infer<typeof serviceQuestionSchema>;

/**
 * Told at once what is right; asked back with what is right first, or among what is offered; asked back without it; told
 * what is wrong; not found, though a file covers it.
 */
export type Led = 'told' | 'offered first' | 'offered' | 'not offered' | 'wrong' | 'not found';

export interface ServiceScore {
  readonly id: string;
  /** Which procedure, course or question back: the top-1 figure. */
  readonly found: boolean;
  /** What became of it, beside what is expected; null where nothing of a procedure or course is expected. */
  readonly led: Led | null;
  /** Something of a procedure or course is told as the answer to what asks for another, or for none. */
  readonly wrong: boolean;
  /** Found, and everything that must stand in the answer does. */
  readonly right: boolean;
  readonly faults: readonly string[];
  readonly falseCitations: number;
  /** Figures of a service's answer that stand in none of the cited texts. */
  readonly invented: readonly string[];
}

/** Scores one answer. `plans`: collapsed sources of the wards' plans, for answers that cite both. */
export function scoreServiceAnswer(
  question: ServiceQuestion,
  answer: Answer,
  library: Library,
  plans: readonly GoldSource[],
): ServiceScore {
  const finding = findingFault(question, answer, library);
  const faults = finding === null ? [] : [finding];
  const text = foldMarks(answer.text);
  const missing = question.must_include.filter((group) => !group.some((words) => text.includes(foldMarks(words))));
  if (missing.length > 0) faults.push(`misses ${missing.map((group) => group[0]).join(' + ')}`);
  const said = question.must_not_include.filter((words) => text.includes(foldMarks(words)));
  if (said.length > 0) faults.push(`says ${said.join(', ')}`);
  const falseCitations = answer.citations.filter((one) => !isTrue(one, library, plans)).length;
  if (falseCitations > 0) faults.push(`${falseCitations} false citation(s)`);
  const invented = inventedFigures(answer, question.question, library, plans);
  if (invented.length > 0) faults.push(`invents ${invented.join(', ')}`);
  if (answer.text.length > 2_000) faults.push(`too long: ${answer.text.length}`);
  const led = ledBy(question, answer, library);
  const expectsNothing = question.expect.none ?? question.expect.plan ?? false;
  return {
    ...{ id: question.id, found: finding === null, right: faults.length === 0, faults, falseCitations, invented },
    led: expectsNothing ? null : led,
    wrong: led === 'wrong',
  };
}

function ledBy({ expect }: ServiceQuestion, answer: Answer, library: Library): Led {
  const right = [
    ...[...(expect.services ?? []), ...(expect.courses ?? []), ...(expect.course ? [expect.course] : [])],
    ...(expect.ask_back ?? []),
  ];
  const first = firstCited(answer)?.documentId;
  if (isAnswer(answer)) {
    if (first === undefined) return 'not found';
    return first !== null && right.includes(first) ? 'told' : 'wrong';
  }
  const offered = answer.suggestions.flatMap((name) => idOf(name, library) ?? []);
  if (answer.outcome !== 'clarify' || offered.length === 0) return 'not found';
  const place = offered.findIndex((id) => right.includes(id));
  return place < 0 ? 'not offered' : place === 0 ? 'offered first' : 'offered';
}

function firstCited({ citations }: Answer): Answer['citations'][number] | undefined {
  return citations.find(({ source }) => source === 'service' || source === 'course');
}

function isAnswer({ outcome }: Answer): boolean {
  return outcome === 'answered' || outcome === 'partial' || outcome === 'handoff';
}

function findingFault({ expect }: ServiceQuestion, answer: Answer, library: Library): string | null {
  const cited = firstCited(answer);
  const first = cited?.documentId ?? null;
  if (expect.ask_back) {
    const offered = answer.suggestions.flatMap((name) => idOf(name, library) ?? []);
    const all = expect.ask_back.every((id) => offered.includes(id));
    return answer.outcome === 'clarify' && all ? null : `${answer.outcome} ${first}: offers ${offered.join(', ')}`;
  }
  if (expect.none) return cited && isAnswer(answer) ? `answered with ${first}` : null;
  if (expect.plan) return cited ? `answered with ${first}` : null;
  const right = [...(expect.services ?? []), ...(expect.courses ?? []), ...(expect.course ? [expect.course] : [])];
  return isAnswer(answer) && first !== null && right.includes(first) ? null : `${answer.outcome} ${first}`;
}

function idOf(name: string, library: Library): string | null {
  const service = library.services('').find((one) => name === one.title || name === serviceName(one));
  return service?.id ?? library.courses.find((course) => name === startCourse(course))?.id ?? null;
}

function isTrue(
  { source, document, quote, ward }: Answer['citations'][number],
  library: Library,
  plans: readonly GoldSource[],
): boolean {
  if (quote.length < 15) return false;
  if (source === 'service' || source === 'course')
    return library.source(document)?.includes(collapseSource(quote)) ?? false;
  return plans.some((plan) => plan.ward === ward && plan.collapsed.includes(collapseSource(quote)));
}

const FIGURE = /\d+(?:[.,/]\d+)*/g;
/** Numbers that only count lines ("Bước 2", "5 bài ngắn", "và 3 văn bản khác") and days on which a file was checked. */
const OWN_FIGURES =
  /Bước \d+:|Gồm \d+ bài ngắn, cả khóa khoảng \d+ phút|và \d+ văn bản khác|kiểm tra ngày \d+\/\d+\/\d+|(?:gọi|ngay:) 113|11[45] \(/g;

/** Every figure that is told must stand in a text that the answer cites, or be quoted from what the person wrote. */
function inventedFigures(answer: Answer, asked: string, library: Library, plans: readonly GoldSource[]): string[] {
  const { citations } = answer;
  if (!citations.some(({ source }) => source === 'service' || source === 'course')) return [];
  const cited = citations.map(({ source, document, ward, quote }) =>
    source === 'plan' ? plans.filter((plan) => plan.ward === ward && plan.collapsed.includes(quote)) : [document],
  );
  const texts = cited.flat().map((one) => (typeof one === 'string' ? (library.source(one) ?? '') : one.collapsed));
  const courses = citations.flatMap(({ source, documentId }) => (source === 'course' ? [documentId] : []));
  const lessons = library.courses.filter(({ id }) => courses.includes(id)).flatMap((course) => course.lessons);
  const known = new Set(
    [...texts, ...lessons.map(({ title, minutes }) => `${title} ${minutes}`)].join(' ').match(FIGURE),
  );
  const told = answer.text.replace(/“([^”]*)”/g, (quote, words: string) => (asked.includes(words) ? '' : quote));
  return [...new Set(told.replace(OWN_FIGURES, '').match(FIGURE) ?? [])].filter((figure) => !known.has(figure));
}
