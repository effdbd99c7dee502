import type { Compared, Judged } from './judge-model.ts';

/** Half of all, and all but one in twenty, are no more than this. */
interface Spread {
  readonly p50: number;
  readonly p95: number;
}

interface Side {
  readonly right: number;
  readonly falseCitations: number;
  readonly unanswerableAnswered: number;
  /** How answers ended: "answered", "refused" … */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly characters: Spread;
  readonly ms: Spread;
}

/** What a run with a model came to, beside the rules on the same questions. */
export interface ModelReport {
  readonly model: string;
  readonly prompts: string;
  readonly promptHash: string;
  readonly questions: number;
  readonly rules: Side;
  readonly withModel: Side;
  /** Questions that went to the model, or would have. */
  readonly asked: number;
  /** Of those, questions to which its server said anything. */
  readonly replied: number;
  readonly worded: number;
  readonly rewritten: number;
  /** Why the rules' answer stood, and how often. */
  readonly kept: Readonly<Record<string, number>>;
  readonly sentences: number;
  readonly grounded: number;
  /** Why sentences were not said, and how often. */
  readonly dropped: Readonly<Record<string, number>>;
  readonly tokens: { readonly prompt: number; readonly completion: number };
  /** Đồng. */
  readonly cost: number;
  readonly each: readonly object[];
}

export function modelReport(model: string, compared: readonly Compared[]): ModelReport {
  const records = compared.flatMap(({ record }) => record ?? []);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  return {
    model,
    prompts: records[0]?.prompts ?? '',
    promptHash: records[0]?.promptHash ?? '',
    questions: compared.length,
    rules: sideOf(compared.map(({ rules }) => rules)),
    withModel: sideOf(compared.map((one) => one.model)),
    asked: records.length,
    replied: records.filter(({ rounds }) => rounds > 0).length,
    worded: records.filter(({ outcome }) => outcome === 'worded').length,
    rewritten: records.filter(({ outcome }) => outcome === 'rewritten').length,
    kept: counted(records.flatMap(({ why }) => why ?? [])),
    sentences: sum(compared.map(({ sentences }) => sentences)),
    grounded: sum(compared.map(({ sentences, ungrounded }) => sentences - ungrounded.length)),
    dropped: counted(records.flatMap(({ dropped }) => dropped)),
    tokens: {
      prompt: sum(records.map(({ promptTokens }) => promptTokens)),
      completion: sum(records.map(({ completionTokens }) => completionTokens)),
    },
    cost: sum(records.map(({ cost }) => cost)),
    each: compared.map(lineOf),
  };
}

function sideOf(all: readonly Judged[]): Side {
  return {
    right: all.filter(({ score }) => score.right).length,
    falseCitations: all.reduce((sum, { score }) => sum + score.falseCitations, 0),
    unanswerableAnswered: all.filter(({ claims }) => claims).length,
    outcomes: counted(all.map(({ outcome }) => outcome)),
    characters: spread(all.map(({ characters }) => characters)),
    ms: spread(all.map(({ ms }) => ms)),
  };
}

function lineOf({ question, rules, model, record, sentences, ungrounded }: Compared): object {
  const side = ({ score, outcome, characters, ms }: Judged) => ({
    ...{ right: score.right, faults: score.faults, outcome, characters },
    ms: rounded(ms),
  });
  const became = record && { outcome: record.outcome, why: record.why, rounds: record.rounds, dropped: record.dropped };
  return { id: question.id, rules: side(rules), withModel: side(model), became, sentences, ungrounded };
}

function counted(names: readonly string[]): Record<string, number> {
  const found = [...new Set(names)].sort();
  return Object.fromEntries(found.map((name) => [name, names.filter((other) => other === name).length]));
}

function spread(numbers: readonly number[]): Spread {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p95: at(0.95) };
}

function rounded(number: number): number {
  return Math.round(number * 10) / 10;
}

/** The report as `evaluate --model` prints it: the rules' column, and the model's beside it. */
export function modelTable(report: ModelReport): string {
  const { rules, withModel, questions, asked, sentences, grounded, tokens } = report;
  const both = (name: string, of: (side: Side) => number) => row(name, of(rules), of(withModel));
  const alone = (name: string, value: number | string) => row(name, '', value);
  const share = (part: number, whole: number) =>
    whole === 0 ? '-' : `${part} (${((100 * part) / whole).toFixed(1)} %)`;
  const outcomes = [...new Set([...Object.keys(rules.outcomes), ...Object.keys(withModel.outcomes)])].sort();
  return [
    `model: ${report.model}, prompts ${report.promptHash || '-'}`,
    row('', 'rules', 'with model'),
    both(`right of ${questions}`, ({ right }) => right),
    both('false citations', (side) => side.falseCitations),
    both('unanswerable, yet answered', (side) => side.unanswerableAnswered),
    ...outcomes.map((name) => both(`outcome ${name}`, (side) => side.outcomes[name] ?? 0)),
    both('characters p50', ({ characters }) => characters.p50),
    both('characters p95', ({ characters }) => characters.p95),
    both('ms p50', ({ ms }) => ms.p50),
    both('ms p95', ({ ms }) => ms.p95),
    '',
    alone('asked the model', share(asked, questions)),
    alone('worded by the model', share(report.worded, questions)),
    alone('question rewritten', share(report.rewritten, questions)),
    ...Object.entries(report.kept).map(([why, number]) => alone(`kept: ${why}`, share(number, asked))),
    alone('sentences grounded', sentences === 0 ? '-' : `${grounded} of ${sentences}`),
    ...Object.entries(report.dropped).map(([fault, number]) => alone(`dropped: ${fault}`, number)),
    alone('tokens sent', tokens.prompt),
    alone('tokens received', tokens.completion),
    alone('đồng', Math.round(report.cost * 100) / 100),
  ].join('\n');
}

function row(name: string, rules: number | string, model: number | string): string {
  return `${name.padEnd(30)}${String(rules).padStart(10)}${String(model).padStart(16)}`.trimEnd();
}
