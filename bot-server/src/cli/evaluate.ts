import type { Service } from '../app/compose.ts';
import { readArguments } from './arguments.ts';
import { CliError } from './cli-error.ts';
import { goldDocuments } from './evaluate/gold-documents.ts';
import { type EvalQuestion, evalQuestionSchema, type GoldSource, scoreAnswer } from './evaluate/score.ts';
import type { Scored } from './evaluate/scored.ts';
import { table } from './evaluate/table.ts';
import { withoutMarks } from './evaluate/without-marks.ts';
import { readJsonLines } from './input-file.ts';
import { print } from './output.ts';
import { withService } from './with-service.ts';

const USAGE = 'npm run -s evaluate -- QUESTIONS.jsonl [--without-every N | --only-every N] [--unmarked] [--faults]';

/** Scores `ask` on a question file and prints the table. A bad score is a result, not a failure. */
export async function evaluate(args: readonly string[]): Promise<void> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = { 'without-every': text, 'only-every': text, unmarked: flag, faults: flag } as const;
  const { values, positionals } = readArguments(args, options, USAGE);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new CliError(`Cần đúng một tệp câu hỏi. Cách dùng: ${USAGE}`);
  const all = await readJsonLines(file, evalQuestionSchema);
  const questions = all
    .filter(chosen(values['without-every'], values['only-every']))
    .map((asked) => (values.unmarked ? { ...asked, question: withoutMarks(asked.question) } : asked));
  if (questions.length === 0) throw new CliError(`${file}: không có câu hỏi nào để chấm.`);
  const scored = await withService((service) => scoreAll(service, questions, goldDocuments(all)));
  print(table(scored));
  if (values.faults) for (const { score } of scored) if (!score.right) print(`${score.id}: ${score.faults.join('; ')}`);
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
  const index = service.index.current();
  const sources: GoldSource[] = index
    .wards()
    .flatMap(({ key }) =>
      (index.ward(key)?.documents ?? []).map(({ collapsedSource }) => ({ ward: key, collapsed: collapsedSource })),
    );
  const scored: Scored[] = [];
  for (const question of questions) {
    const { ward, role, unit } = question;
    const started = service.clock.ticks();
    const answer = await service.answer({ ward, role, unit, question: question.question, conversationId: null });
    const ms = service.clock.ticks() - started;
    scored.push({ question, score: scoreAnswer(question, answer, sources, wardsOf(question)), ms });
  }
  return scored;
}
