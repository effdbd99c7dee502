import { describe, expect, it } from 'vitest';
import { isBareNumber, isZero, readChoice } from './read-choice.ts';

describe('a choice from a numbered list', () => {
  it.each<[string, readonly number[]]>([
    ['1', [1]],
    ['1.', [1]],
    [' 2 ) ', [2]],
    ['1️⃣', [1]],
    ['số 1', [1]],
    ['so 3 a', [3]],
    ['câu 2 nhé cháu', [2]],
    ['dạ cho bác hỏi câu số 2', [2]],
    ['một', [1]],
    ['mot', [1]],
    ['thứ hai', [2]],
    ['thu nhat', [1]],
    ['cái đầu', [1]],
    ['cai dau tien', [1]],
    ['cái cuối cùng', [-1]],
    ['1 và 3', [1, 3]],
    ['2,2', [2]],
    ['12', [12]],
  ])('%s', (text, picks) => {
    expect(readChoice(text)?.picks).toEqual(picks);
  });

  it.each([
    'bà ơi',
    'năm 2030',
    '2030',
    'hai phường nào',
    '1 người hỏi gì',
    'ai ký kế hoạch',
    'cho bác hỏi',
    '',
    'Ba Đình',
  ])('is not in “%s”', (text) => {
    expect(readChoice(text)).toBeNull();
  });
});

it('tells 0 from other numbers, and numbers from questions', () => {
  expect(['0', ' 0. ', 'số 0', 'o', 'O'].every(isZero)).toBe(true);
  expect(['10', 'ok', 'không'].some(isZero)).toBe(false);
  expect(['123', '0912 345 678', '12/5', '+84-9'].every(isBareNumber)).toBe(true);
  expect(['2030', 'năm 2030', '5G', '?', ''].some(isBareNumber)).toBe(false);
});
