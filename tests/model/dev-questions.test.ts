import { readFileSync } from 'node:fs';
import type { Answer } from '@phuong-so/shared/domain/answer';
import { foldMarks } from '@phuong-so/shared/text/fold';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Service } from '../../bot-server/src/app/compose.ts';
import { goldDocuments } from '../../bot-server/src/cli/evaluate/gold-documents.ts';
import { type EvalQuestion, evalQuestionSchema, scoreAnswer } from '../../bot-server/src/cli/evaluate/score.ts';
import { planSources } from '../../bot-server/src/cli/evaluate.ts';
import { AI_NOTICE } from '../../bot-server/src/flows/answer-with-model.ts';
import type { AnswerEvent, AskOptions, ModelRecord } from '../../bot-server/src/flows/with-model/deps.ts';
import type { Snippet, WardFacts } from '../../bot-server/src/ports/ward-facts.ts';
import { unitsWithin } from '../../bot-server/src/understanding/units-within.ts';
import type { PartName } from '../fakes/model-server/parts.ts';
import { type ModelServer, startModelServer } from '../fakes/model-server/start-model-server.ts';
import { modelService } from '../fixtures/model-service.ts';

const questions: EvalQuestion[] = readFileSync('tests/fixtures/questions/dev.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => evalQuestionSchema.parse(JSON.parse(line)));

/** Two hundred questions on a machine with other work to do. */
const LONGEST_MS = 300_000;

let server: ModelServer;
let service: Service;
let ruled: Asked[];
/** Those of the questions that the model is asked about. */
let handedOn: Asked[];
beforeAll(async () => {
  server = await startModelServer();
  service = await modelService(server);
  ruled = await askAll({ model: 'never' });
  server.play('silent');
  handedOn = (await askAll({ model: 'always' })).filter(({ record }) => record !== null && record.rounds > 0);
}, LONGEST_MS);
afterAll(async () => {
  await service.close();
  await server.stop();
});

interface Asked {
  readonly question: EvalQuestion;
  readonly answer: Answer;
  readonly record: ModelRecord | null;
  readonly events: readonly AnswerEvent[];
}

async function askAll(options: AskOptions, only = new Set(questions)): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const question of questions.filter((one) => only.has(one))) {
    const { ward, role, unit } = question;
    const events: AnswerEvent[] = [];
    let record: ModelRecord | null = null;
    const answer = await service.answer(
      { ward, role, unit, question: question.question, conversationId: null },
      {
        ...options,
        hear: (event) => events.push(event),
        record: (one) => {
          record = one;
        },
      },
    );
    asked.push({ question, answer, record, events });
  }
  return asked;
}

/** Every question again: those that no model is asked about, which does not depend on the model, are not asked again. */
async function play(part: PartName): Promise<Asked[]> {
  server.play(part);
  const asked = await askAll({ model: 'always' }, new Set(handedOn.map(({ question }) => question)));
  const again = new Map(asked.map((one) => [one.question, one]));
  return ruled.map((one) => again.get(one.question) ?? one);
}
function points(asked: readonly Asked[]): number {
  const sources = planSources(service);
  const wardsOf = goldDocuments(questions);
  const { source } = service.library.current();
  const right = asked.filter(
    ({ question, answer }) => scoreAnswer(question, answer, sources, wardsOf(question), source).right,
  );
  return (right.length / asked.length) * 100;
}

/** What is left of an answer when what code writes is taken away: the notice and the places in brackets. */
function modelWords({ text, citations }: Answer): string {
  const places = citations.map(({ section }) => section);
  return text
    .replace(AI_NOTICE, '')
    .replace(/ \((?:mục )?([^()]*)\)/gu, (whole, place: string) => (places.includes(place) ? '' : whole));
}

/** Everything that the facts behind an answer's citations say, read anew from the plan and not from what a model was shown. */
function citedFacts({ citations }: Answer): string {
  return citations.flatMap((citation) => [citation.quote, citation.document, ...factsAround(citation)]).join('\n');
}

function factsAround({ ward, documentId, quote }: Answer['citations'][number]): string[] {
  const facts = ward === null ? null : service.index.current().ward(ward);
  const shown = (facts?.snippets ?? []).filter(
    ({ document, quotes }) =>
      document.documentId === documentId && quotes.some((one) => one.includes(quote) || quote.includes(one)),
  );
  return shown.map(printed);
}

function printed(snippet: Snippet): string {
  if (snippet.kind === 'task') {
    const { title, lead, coordinating, due, output } = snippet.task;
    return [title, ...lead, ...coordinating, due.text, output].join('\n');
  }
  if (snippet.kind === 'target') {
    const { name, values, printed: cells, unit, lead, coordinating } = snippet.target;
    const told = Object.entries({ ...cells, ...values }).map((pair) => pair.join(' '));
    return [name, unit, ...told, ...lead, ...coordinating].join('\n');
  }
  if (snippet.kind === 'deadline') {
    const { what, when, who, toWhom } = snippet.deadline;
    return [what, when, who, toWhom].join('\n');
  }
  return snippet.text;
}

/** Digits and document numbers as they stand, by a rule of the test's own. */
function figuresOf(text: string): Set<string> {
  const folded = foldMarks(text).replace(/(?<=\d)\.(?=\d{3}(?!\d))/g, '');
  const numbers = [...folded.matchAll(/\d+/g)].map(([digits]) => String(Number(digits)));
  const documents = [...folded.matchAll(/\d+(?:\/\d+)?[-/][a-z]{2,}(?:[-/][a-z]+)*/g)].map(([name]) => name);
  return new Set([...numbers, ...documents]);
}

function unitsOf(text: string, { answer }: Asked): Set<string> {
  const ward = answer.citations[0]?.ward;
  const facts = ward ? (service.index.current().ward(ward) as WardFacts) : null;
  const directory = facts ? unitsWithin(facts, service.language.units) : service.language.units;
  return new Set(directory.find(text).map(({ unit }) => unit.id));
}

/** Figures, dates, document numbers and units that the model said and the cited facts do not have. */
function inventions(asked: Asked): string[] {
  if (!asked.answer.generated) return [];
  const words = modelWords(asked.answer);
  const cited = citedFacts(asked.answer);
  const [figures, units] = [figuresOf(cited), unitsOf(cited, asked)];
  const strange = [
    ...[...figuresOf(words)].filter((one) => !figures.has(one)),
    ...[...unitsOf(words, asked)].filter((one) => !units.has(one)),
  ];
  return strange.length === 0 ? [] : [`${asked.question.id}: ${strange.join(', ')} | ${words}`];
}

describe.each(['lying', 'half_right', 'obeying', 'beside_the_point'] as const)('with a model that is %s', (part) => {
  let asked: Asked[];
  beforeAll(async () => {
    asked = await play(part);
  }, LONGEST_MS);

  test('no answer says a figure, date, unit or document number that its sources do not have', () => {
    expect(asked.flatMap(inventions)).toEqual([]);
  });

  test('no answer has an address or what an attacker would have said', () => {
    const said = asked.filter(({ answer }) => answer.generated && /https?:|Đúng vậy|0912345678/.test(answer.text));
    expect(said.map(({ question }) => question.id)).toEqual([]);
  });

  test('as many answers are right as by the rules alone, less one in a hundred at most', () => {
    expect(points(asked)).toBeGreaterThanOrEqual(points(ruled) - 1);
  });

  test('what the rules did not answer is not answered', () => {
    const changed = asked.filter(({ answer }, at) => answer.outcome !== ruled[at]?.answer.outcome);
    expect(changed.map(({ question }) => question.id)).toEqual([]);
  });

  test('what was told while it was made is in the answer', () => {
    for (const { answer, events } of asked)
      for (const event of events) if (event.kind === 'sentence') expect(answer.text).toContain(event.text);
  });
});

describe('with a faithful model', () => {
  let asked: Asked[];
  let worded: Asked[];
  beforeAll(async () => {
    asked = await play('faithful');
    worded = asked.filter(({ answer }) => answer.generated);
  }, LONGEST_MS);

  test('many answers are its words, marked as a machine’s, and right as often', () => {
    expect(worded.length).toBeGreaterThan(20);
    for (const { answer } of worded) expect(answer.text.endsWith(AI_NOTICE)).toBe(true);
    expect(points(asked)).toBeGreaterThanOrEqual(points(ruled) - 1);
  });

  test('every sentence rests on a source that is cited and true', () => {
    const plans = planSources(service);
    for (const one of worded) {
      const sentences = one.events.filter((event) => event.kind === 'sentence');
      expect(sentences.length).toBeGreaterThan(0);
      expect(one.answer.text).toBe([...sentences.map(({ text }) => text), AI_NOTICE].join('\n'));
      for (const { citation } of sentences) {
        expect(one.answer.citations.map(({ quote }) => quote)).toContain(citation.quote);
        expect(plans.some(({ ward, collapsed }) => ward === citation.ward && collapsed.includes(citation.quote))).toBe(
          true,
        );
      }
    }
    expect(worded.flatMap(inventions)).toEqual([]);
  });

  test('the ward and the role that it names for itself are not heard', () => {
    const strangers = worded.filter(({ answer }, at) => {
      const wards = new Set(
        ruled.find((one) => one.question === worded[at]?.question)?.answer.citations.map(({ ward }) => ward),
      );
      return answer.citations.some(({ ward }) => !wards.has(ward));
    });
    expect(strangers.map(({ question }) => question.id)).toEqual([]);
  });
});
