import { AI_NOTICE } from '@phuong-so/shared/domain/ai-notice';
import type { Answer, Citation } from '@phuong-so/shared/domain/answer';
import { expect, it } from 'vitest';
import { answerText, nextQuestions } from './render-answer.ts';

const WARDS = [
  { key: 'sao-mai', name: 'phường Sao Mai', province: null, documents: [] },
  { key: 'ben-truc', name: 'phường Bến Trúc', province: null, documents: [] },
];

function cited(section: string, more: Partial<Citation> = {}): Citation {
  const quote = 'một đoạn trích đủ dài';
  return {
    source: 'plan',
    ward: 'sao-mai',
    document: '43/KH-UBND',
    section,
    quote,
    documentId: 'd',
    sectionId: 's',
    ...more,
  };
}

function answered(citations: readonly Citation[], more: Partial<Answer> = {}): Answer {
  const rest = { items: [], suggestions: [], asOf: '2026-11-21', generated: false, tookMs: 1 };
  return { id: 'a', outcome: 'answered', text: 'Đây là câu trả lời.', citations, ...rest, ...more };
}

it('names the source in one short line, each document once', () => {
  const text = answerText(
    answered([cited('IV.2'), cited('Phụ lục I, mục 8'), cited('IV.2'), cited('phần mở đầu')]),
    WARDS,
  );
  expect(text).toBe('Đây là câu trả lời.\nTrích nguồn: Kế hoạch 43/KH-UBND, mục IV.2; Phụ lục I, mục 8; phần mở đầu');
});

it('says once that a model worded it, and does not call it a quote', () => {
  const text = `Báo cáo trước ngày 30/11 (mục IV.2).\n${AI_NOTICE}`;
  const shown = answerText(answered([cited('IV.2')], { text, generated: true }), WARDS);
  expect(shown).toBe(`${text}\nNguồn: Kế hoạch 43/KH-UBND`);
});

it('names a place once: what the answer names beside its lines is not told again below them', () => {
  const text = 'Theo kế hoạch:\n- Một (mục IV.2).\n- Hai (PL I, mục 8)';
  const both = [cited('IV.2'), cited('Phụ lục I, mục 8')];
  expect(answerText(answered(both, { text }), WARDS)).toBe(`${text}\nTrích nguồn: Kế hoạch 43/KH-UBND`);
  expect(answerText(answered([...both, cited('V')], { text }), WARDS)).toMatch(/Kế hoạch 43\/KH-UBND, mục V$/);
});

it('says how many a list leaves out', () => {
  const item = { title: 'Việc', lead: [], coordinating: [], due: null, state: null };
  const list = answered([], { text: 'Có 4 việc:\n1. Một\n2. Hai\n…', items: [item, item, item, item] });
  expect(answerText(list, WARDS)).toMatch(/\n2\. Hai\n… và 2 việc nữa\.$/);
});

it('names three places at most and counts the rest', () => {
  const text = answerText(answered(['I', 'II', 'III', 'IV', 'V'].map((section) => cited(section))), WARDS);
  expect(text).toMatch(/mục I; mục II; mục III và 2 chỗ khác$/);
});

it('names the ward instead of a long title, and beside a number that two wards share', () => {
  const title = 'KẾ HOẠCH Thực hiện Nghị quyết về đột phá phát triển khoa học, công nghệ';
  expect(answerText(answered([cited('III.3', { document: title })]), WARDS)).toMatch(
    /Trích nguồn: Kế hoạch của phường Sao Mai, mục III\.3$/,
  );
  const two = answerText(answered([cited('V.1'), cited('IV.2', { ward: 'ben-truc' })]), WARDS);
  expect(two).toContain(
    'Kế hoạch 43/KH-UBND của phường Sao Mai, mục V.1; Kế hoạch 43/KH-UBND của phường Bến Trúc, mục IV.2',
  );
});

it('shows no source for what is not answered', () => {
  expect(answerText(answered([cited('III')], { outcome: 'not_found' }), WARDS)).toBe('Đây là câu trả lời.');
});

it('offers at most three questions, never the one just asked or what the answer says already, and none after a refusal or a warning', () => {
  const suggestions = ['Ai ký kế hoạch này?', 'B?', 'C?', 'D?'];
  expect(nextQuestions(answered([], { suggestions }), 'ai ky ke hoach nay')).toEqual(['B?', 'C?', 'D?']);
  const leading = { text: 'Phủ sóng 5G – chủ trì: Công an phường.', suggestions: ['Ai chủ trì chỉ tiêu này?', 'B?'] };
  expect(nextQuestions(answered([], leading), 'x')).toEqual(['B?']);
  const asked = answered([], { suggestions: ['A', 'B', 'C', 'Việc khác', 'E'], outcome: 'clarify' });
  expect(nextQuestions(asked, 'x')).toEqual(['A', 'B', 'C', 'Việc khác']);
  expect(nextQuestions(answered([], { suggestions, outcome: 'refused' }), 'x')).toEqual([]);
  expect(nextQuestions(answered([], { suggestions, outcome: 'handoff' }), 'x')).toEqual([]);
});
