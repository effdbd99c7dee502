import type { Answer } from '@phuong-so/shared/domain/answer';
import * as z from 'zod';
import type { Service } from '../app/compose.ts';
import { readArguments } from './arguments.ts';
import { CliError } from './cli-error.ts';
import { crossScores, crossTable, WRITERS } from './evaluate/cross-writers.ts';
import { goldDocuments } from './evaluate/gold-documents.ts';
import { judgeModel } from './evaluate/judge-model.ts';
import { modelReport, modelTable } from './evaluate/model-report.ts';
import { type EvalQuestion, evalQuestionSchema, type GoldSource, scoreAnswer } from './evaluate/score.ts';
import { type ServiceQuestion, scoreServiceAnswer, serviceQuestionSchema } from './evaluate/score-service.ts';
import type { Scored } from './evaluate/scored.ts';
import { type ScoredService, serviceTable } from './evaluate/service-table.ts';
import { table } from './evaluate/table.ts';
import { withoutMarks } from './evaluate/without-marks.ts';
import { readJsonLines } from './input-file.ts';
import { print } from './output.ts';
import { withService } from './with-service.ts';
import { writeWhole } from './write-whole.ts';

const USAGE =
  'npm run -s evaluate -- QUESTIONS.jsonl [--without-every N | --only-every N] [--unmarked] [--faults | --totals | --model [--json FILE]], hoặc --cross [--faults]';

/** Scores `ask` on a question file and prints the table. A bad score is a result, not a failure. */
export async function evaluate(args: readonly string[]): Promise<void> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    'without-every': text,
    'only-every': text,
    unmarked: flag,
    faults: flag,
    totals: flag,
    cross: flag,
    model: flag,
    json: text,
  } as const;
  const { values, positionals } = readArguments(args, options, USAGE);
  if (values.cross && positionals.length === 0) return evaluateAcrossWriters(values.faults ?? false);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new CliError(`Cần đúng một tệp câu hỏi. Cách dùng: ${USAGE}`);
  if (values.json !== undefined && !values.model) throw new CliError('--json chỉ dùng cùng --model.');
  if (values.faults && values.totals) throw new CliError('Chỉ dùng một trong --faults và --totals.');
  const lines = await readJsonLines(file, z.union([evalQuestionSchema, serviceQuestionSchema]));
  const services = lines.filter((one) => 'expect' in one);
  if (services.length > 0 && values.model)
    throw new CliError(`${file}: --model chỉ chấm câu hỏi về kế hoạch; thủ tục và khóa học không qua mô hình.`);
  if (services.length > 0) return evaluateServices(services, values);
  const all = lines.filter((one) => 'gold_doc' in one);
  const questions = all
    .filter(chosen(values['without-every'], values['only-every']))
    .map((asked) => (values.unmarked ? { ...asked, question: withoutMarks(asked.question) } : asked));
  if (questions.length === 0) throw new CliError(`${file}: không có câu hỏi nào để chấm.`);
  if (values.model) return evaluateModel(questions, goldDocuments(all), values.json ?? null);
  const scored = await withService((service) => scoreAll(service, questions, goldDocuments(all)));
  print(values.totals ? totals(table(scored)) : table(scored));
  if (values.faults) for (const { score } of scored) if (!score.right) print(`${score.id}: ${score.faults.join('; ')}`);
}

/** The configured model beside the rules, on the same questions. A bad score is a result; a server that is not there is none. */
async function evaluateModel(
  questions: readonly EvalQuestion[],
  wardsOf: (question: EvalQuestion) => readonly string[],
  json: string | null,
): Promise<void> {
  const report = await withService(async (service) => {
    if (service.languageModel === null)
      throw new CliError(
        '--model: chưa có mô hình. Hãy đặt OPENAI_API_KEY, OPENAI_BASE_URL và OPENAI_MODEL rồi chạy lại.',
      );
    const compared = await judgeModel(service, questions, { sources: planSources(service), wardsOf });
    return modelReport(service.languageModel, compared);
  });
  if (report.asked > 0 && report.replied === 0)
    throw new CliError(`--model: máy chủ không trả lời câu nào (${Object.keys(report.kept).join(', ')}).`);
  if (json !== null) await writeWhole(json, [`${JSON.stringify(report, null, 2)}\n`]);
  print(modelTable(report));
}

/** The first lines, and what must be zero: nothing that tells one group of questions from another. */
function totals(whole: string): string {
  return whole
    .split('\n')
    .filter((row) => !/^(?:kind|style) /.test(row))
    .join('\n');
}

async function evaluateServices(
  questions: readonly ServiceQuestion[],
  { unmarked, faults, totals: onlyTotals }: { unmarked?: boolean; faults?: boolean; totals?: boolean },
): Promise<void> {
  const asked = questions.map((one) => (unmarked ? { ...one, question: withoutMarks(one.question) } : one));
  const scored = await withService((service) => scoreServices(service, asked));
  const whole = serviceTable(scored);
  print(onlyTotals ? totals(whole) : whole);
  if (faults) for (const { score } of scored) if (!score.right) print(`${score.id}: ${score.faults.join('; ')}`);
}

/** What the finder makes of each writer's phrasings without having learned them. */
async function evaluateAcrossWriters(faults: boolean): Promise<void> {
  const scores = await withService(async ({ library, language, clock }) =>
    WRITERS.map((writer) => [writer, crossScores(library.current(), language, clock, writer)] as const),
  );
  print(crossTable(new Map(scores)));
  if (!faults) return;
  for (const { outcome, phrasing, found } of scores.flatMap(([, all]) => all))
    if (outcome !== 'right') print(`${phrasing.ids.join(', ')}: ${outcome} ${found.join(', ')}: ${phrasing.text}`);
}

async function scoreServices(service: Service, questions: readonly ServiceQuestion[]): Promise<ScoredService[]> {
  const library = service.library.current();
  const plans = planSources(service);
  const scored: ScoredService[] = [];
  for (const question of questions) {
    const { answer, ms } = await timed(service, question);
    scored.push({ question, score: scoreServiceAnswer(question, answer, library, plans), ms });
  }
  return scored;
}

/** Splits a file into the part that is worked on and the part that is put aside, by the number in a question's id. */
function chosen(without: string | undefined, only: string | undefined): (question: EvalQuestion) => boolean {
  if (without !== undefined && only !== undefined)
    throw new CliError('Chỉ dùng một trong --without-every và --only-every.');
  const step = Number(without ?? only ?? 1);
  if (!Number.isInteger(step) || step < 1)
    throw new CliError('--without-every, --only-every: cần một số nguyên dương.');
  if (without === undefined && only === undefined) return () => true;
  return ({ id }) => (Number(/\d+/.exec(id)?.[0]) % step === 0) === (only !== undefined);
}

async function scoreAll(
  service: Service,
  questions: readonly EvalQuestion[],
  wardsOf: (question: EvalQuestion) => readonly string[],
): Promise<Scored[]> {
  const sources = planSources(service);
  const { source } = service.library.current();
  const scored: Scored[] = [];
  for (const question of questions) {
    const { answer, ms } = await timed(service, question);
    scored.push({ question, score: scoreAnswer(question, answer, sources, wardsOf(question), source), ms });
  }
  return scored;
}

/** Every plan of every ward in collapsed form. */
export function planSources(service: Service): GoldSource[] {
  const index = service.index.current();
  return index
    .wards()
    .flatMap(({ key }) =>
      (index.ward(key)?.documents ?? []).map(({ collapsedSource }) => ({ ward: key, collapsed: collapsedSource })),
    );
}

async function timed(
  service: Service,
  { ward, role, unit, question }: Pick<EvalQuestion, 'ward' | 'role' | 'unit' | 'question'>,
): Promise<{ answer: Answer; ms: number }> {
  const started = service.clock.ticks();
  const answer = await service.answer({ ward, role, unit, question, conversationId: null });
  return { answer, ms: service.clock.ticks() - started };
}
