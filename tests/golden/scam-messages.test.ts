import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkText, type ScamVerdict } from '../../bot-server/src/scam-check/check-text.ts';
import { projectScamSigns } from '../fixtures/scam-signs.ts';

interface Message {
  readonly id: string;
  readonly text: string;
  readonly is: 'scam' | 'genuine_like' | 'unclear';
  readonly signs: readonly string[];
}

const signs = await projectScamSigns();
const all = readFileSync('tests/fixtures/questions/scam-messages.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Message);
/** The rules were made on the odd ones; the even ones were run when the rules were done, and nothing was changed for them. */
const isOdd = ({ id }: Message) => Number(id.slice(1)) % 2 === 1;

/** Floors for the signs that are named, a little below what was measured (docs/quality.md). */
describe.each([
  ['odd', all.filter(isOdd), 0.95],
  ['even', all.filter((message) => !isOdd(message)), 0.82],
] as const)('the %s messages', (_half, messages, floor) => {
  const read = messages.map((message) => ({ message, reading: checkText(message.text, signs) }));
  const shareOf = (is: Message['is'], wanted: readonly ScamVerdict[]) => {
    const those = read.filter(({ message }) => message.is === is);
    return those.filter(({ reading }) => wanted.includes(reading.verdict)).length / those.length;
  };

  test('scams are found, honest messages are not called scams', () => {
    expect(shareOf('scam', ['likely_scam', 'suspicious'])).toBeGreaterThanOrEqual(0.95);
    expect(shareOf('genuine_like', ['likely_scam'])).toBe(0);
  });

  test('the signs that a reader sees in a scam are named', () => {
    const scams = read.filter(({ message }) => message.is === 'scam');
    const wanted = scams.flatMap(({ message, reading }) =>
      message.signs.map((sign) => reading.signs.some(({ kind }) => kind === sign)),
    );
    expect(wanted.filter(Boolean).length / wanted.length).toBeGreaterThanOrEqual(floor);
  });
});
