import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanQuestion, LONGEST_QUESTION } from '../../bot-server/src/understanding/clean-question.ts';
import { projectLanguage } from '../fixtures/language.ts';

const language = await projectLanguage();
const clean = (text: string) => cleanQuestion(text, language).text;

describe('a question as typed in a chat', () => {
  it('has its short forms written out', () => {
    expect(clean('cđs của p mình lm j v')).toBe('chuyển đổi số của phường mình làm gì v');
    expect(clean('dvc onl ko cần cks')).toBe('dịch vụ công trực tuyến không cần chữ ký số');
  });

  it('keeps document numbers as they are', () => {
    expect(clean('ke hoach 43/KH-UBND')).toContain('43/KH-UBND');
    expect(clean('Nghị quyết 57-NQ/TW')).toContain('57-NQ/TW');
  });

  it('tells AI from ai', () => {
    expect(clean('Phường dùng AI làm gì')).toContain('trí tuệ nhân tạo');
    expect(clean('Ai ký? giao cho ai')).toBe('Ai ký? giao cho ai');
  });

  it('shows hidden characters and drops them', () => {
    const hidden = cleanQuestion('Ai ký\u202E kế hoạch', language);
    expect(hidden.hadHidden).toBe(true);
    expect(hidden.text).toBe('Ai ký kế hoạch');
  });

  it('survives anything and stays bounded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 5_000 }), (text) => {
        expect(cleanQuestion(text, language).text.length).toBeLessThan(LONGEST_QUESTION * 20);
      }),
    );
  });
});
