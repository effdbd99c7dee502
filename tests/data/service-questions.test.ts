import { readdirSync, readFileSync } from 'node:fs';
import { foldMarks } from '@phuong-so/shared/text/fold';
import { expect, test } from 'vitest';
import * as z from 'zod';

/**
 * What an answer to a question on services or courses is right by; one of:
 * - `services`: each of these is right as the first procedure answered with; the first is the best. `course`/`courses`
 *   beside it: a course is as right.
 * - `ask_back`: the words fit all of these; one question back that offers at least these is right, an answer is not.
 * - `none`: no file covers it; no procedure's facts may be given as its answer.
 * - `plan`: answered from the ward's plan, or said not to be found; never from a file of `data/services`.
 */
const expectSchema = z
  .strictObject({
    services: z.array(z.string()).nonempty().optional(),
    course: z.string().optional(),
    courses: z.array(z.string()).nonempty().optional(),
    ask_back: z.array(z.string()).min(2).optional(),
    none: z.literal(true).optional(),
    plan: z.literal(true).optional(),
  })
  .refine(({ services, course, courses, ask_back, none, plan }) => {
    const ways = [services ?? course ?? courses, ask_back, none, plan];
    return ways.filter((way) => way !== undefined).length === 1;
  }, 'one way to be right');

const questionSchema = z.strictObject({
  id: z.string(),
  ward: z.string().nullable(),
  role: z.literal('resident'),
  unit: z.null(),
  kind: z.enum(['find', 'situation', 'detail', 'look_alike', 'skill', 'not_covered', 'unverified', 'plan']),
  style: z.enum(['plain', 'nodiacritics', 'typo', 'abbrev', 'rambling', 'short']),
  question: z.string().min(1),
  expect: expectSchema,
  /** Every group must stand in a right answer, by any one of its wordings; compared folded. */
  must_include: z.array(z.array(z.string()).nonempty()),
  /** Words that a right answer does not have, such as a figure that the file leaves open; compared folded. */
  must_not_include: z.array(z.string()),
  note: z.string(),
});

const SIGNS = [
  ...['urgency', 'otp', 'link', 'impersonation', 'foreign_number', 'money', 'secrecy', 'app_install', 'gift'],
  ...['investment', 'recover', 'threat', 'personal_data', 'job', 'romance'],
] as const;
/** A message for "kiểm tra tin nhắn này"; all are made up, numbers and addresses are not real ones. */
const messageSchema = z.strictObject({
  id: z.string(),
  text: z.string().min(1),
  is: z.enum(['scam', 'genuine_like', 'unclear']),
  signs: z.array(z.enum(SIGNS)),
});

function read<Line>(name: string, schema: z.ZodType<Line>): Line[] {
  const lines = readFileSync(`tests/fixtures/questions/${name}.jsonl`, 'utf8').trim().split('\n');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

const namesIn = (folder: string) => new Set(readdirSync(folder).map((name) => name.replace(/\.md$/, '')));
const SETS = ['services', 'services-held', 'services-held-2', 'services-held-3', 'nothing-covers'];
const questions = SETS.flatMap((name) => read(name, questionSchema));

test('every id that a question expects exists, and no question is there twice', () => {
  const [services, courses, wards] = ['data/services', 'data/courses', 'data/wards'].map(namesIn) as [
    Set<string>,
    Set<string>,
    Set<string>,
  ];
  const lost = questions.flatMap(({ id, ward, expect: right }) => [
    ...[...(right.services ?? []), ...(right.ask_back ?? [])].filter((name) => !services.has(name)).map((n) => [id, n]),
    ...[...(right.courses ?? []), right.course ?? []].flat().flatMap((name) => (courses.has(name) ? [] : [[id, name]])),
    ...(ward === null || wards.has(ward) ? [] : [[id, ward]]),
  ]);
  expect(lost).toEqual([]);
  expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  expect(new Set(questions.map(({ question }) => foldMarks(question))).size).toBe(questions.length);
});

test('what a right detail must say stands in the file of its procedure; what it must not say does not', () => {
  const wrong = questions.flatMap(({ id, kind, expect: right, must_include, must_not_include }) => {
    const [best] = right.services ?? [];
    if (best === undefined) return [];
    const file = foldMarks(readFileSync(`data/services/${best}.md`, 'utf8'));
    const missing =
      kind === 'unverified' ? [] : must_include.flat().filter((words) => !file.includes(foldMarks(words)));
    return [...missing, ...must_not_include.filter((words) => file.includes(foldMarks(words)))].map((w) => [id, w]);
  });
  expect(wrong).toEqual([]);
});

test('a third of the questions is typed without tone marks, and every procedure and course is asked for', () => {
  const unmarked = questions.filter(
    ({ question }) => !/đ/i.test(question) && !/\p{M}/u.test(question.normalize('NFD')),
  );
  expect(unmarked.length).toBeGreaterThanOrEqual(questions.length / 3);
  const asked = new Set(
    questions.flatMap(({ expect: right }) => [
      ...(right.services ?? []),
      ...(right.courses ?? []),
      ...(right.ask_back ?? []),
      right.course ?? '',
    ]),
  );
  const all = [...namesIn('data/services'), ...namesIn('data/courses')];
  expect(all.filter((name) => !asked.has(name))).toEqual([]);
});

test('the messages to be checked have their parts, and no real account or telephone number', () => {
  const messages = read('scam-messages', messageSchema);
  expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
  const count = (is: string) => messages.filter((message) => message.is === is).length;
  expect([count('scam'), count('genuine_like'), count('unclear')]).toEqual([45, 20, 15]);
  const long = messages.flatMap(({ text }) => text.replaceAll(/(?<=\d) (?=\d)/g, '').match(/\d{8,}/g) ?? []);
  expect(long.filter((digits) => !/^(0{8,}|999?0+\d|09?0+)$/.test(digits))).toEqual([]);
});
