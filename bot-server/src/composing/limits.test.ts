import { describe, expect, test } from 'vitest';
import { Breaker } from './breaker.ts';
import { Budget } from './budget.ts';
import { readComposition } from './read-composition.ts';
import { CompositionStream } from './read-stream.ts';

describe('the day’s budget', () => {
  const limits = { tokensPerDay: 1_000, costPerDay: 50, prices: { prompt: 10_000, completion: 40_000 } };

  test('is a ward’s own and new every day', () => {
    const budget = new Budget(limits);
    budget.spend('a', '2026-11-21', { prompt: 900, completion: 100 });
    expect(budget.allows('a', '2026-11-21')).toBe(false);
    expect(budget.allows('b', '2026-11-21')).toBe(true);
    expect(budget.allows('a', '2026-11-22')).toBe(true);
  });

  test('counts money as well as tokens', () => {
    const budget = new Budget({ ...limits, tokensPerDay: null, costPerDay: 13 });
    budget.spend('a', 'd', { prompt: 900, completion: 100 });
    expect(budget.costOf({ prompt: 900, completion: 100 })).toBeCloseTo(13);
    expect(budget.allows('a', 'd')).toBe(false);
  });

  test('without limits there are none', () => {
    const budget = new Budget({ ...limits, tokensPerDay: null, costPerDay: null });
    budget.spend('a', 'd', { prompt: 1e9, completion: 1e9 });
    expect(budget.allows('a', 'd')).toBe(true);
  });
});

test('a server that fails four times rests, each time longer, until it works', () => {
  const breaker = new Breaker();
  const fail = (now: number) => breaker.failed(now);
  expect([fail(0), fail(1), fail(2), breaker.allows(3), fail(3)]).toEqual([false, false, false, true, true]);
  expect([breaker.allows(30_002), breaker.allows(30_003)]).toEqual([false, true]);
  expect(fail(30_003)).toBe(true);
  expect([breaker.allows(90_002), breaker.allows(90_003)]).toEqual([false, true]);
  breaker.worked();
  expect([fail(90_004), breaker.allows(90_004)]).toEqual([false, true]);
});

const WHOLE =
  '{"completeness":"partial","sentences":[{"text":"Một \\"hai\\" } ba.","evidence":["e1"]},{"text":"Bốn.","evidence":[]}]}';

describe('a model’s JSON', () => {
  test('is read whole, between fences too', () => {
    const read = readComposition(WHOLE);
    expect(read?.sentences.map(({ text }) => text)).toEqual(['Một "hai" } ba.', 'Bốn.']);
    expect(readComposition(`Đây:\n\`\`\`json\n${WHOLE}\n\`\`\``)).toEqual(read);
  });

  test.each([
    '',
    'Xin chào',
    '{"completeness":"complete"}',
    WHOLE.slice(0, -3),
    '{"completeness":"sure","sentences":[]}',
  ])('“%s” is none', (text) => expect(readComposition(text)).toBeNull());

  test('gives each sentence of a stream as soon as it is whole', () => {
    const stream = new CompositionStream();
    const heard = [...WHOLE].map((letter) => stream.push(letter).map(({ text }) => text));
    const first = heard.findIndex((found) => found.length > 0);
    expect(heard[first]).toEqual(['Một "hai" } ba.']);
    expect(first).toBe(WHOLE.indexOf('},{'));
    expect(heard.flat()).toEqual(['Một "hai" } ba.', 'Bốn.']);
    expect(stream.completeness).toBe('partial');
  });

  test('that tells its completeness last gives nothing before its end', () => {
    const stream = new CompositionStream();
    expect(stream.push('{"sentences":[{"text":"Bốn.","evidence":[]}],"completeness":"none"}')).toEqual([]);
  });
});
