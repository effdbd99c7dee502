import type { ParsedPlan } from '@phuong-so/shared/domain/plan';
import { describe, expect, it } from 'vitest';
import { NO_DUE, quoteOf, smallPlan } from '../../../../tests/fixtures/small-plans.ts';
import { planToPassages } from './plan-to-passages.ts';

const lead = { lead: 'Phòng Văn hóa - Xã hội', leadId: 'vhxh' };
const base = smallPlan(
  [
    { id: 'II', title: 'NHIỆM VỤ', paragraphs: [] },
    { id: 'II.1', parentId: 'II', title: 'Hạ tầng số', paragraphs: ['Phủ sóng 5G.', 'Lắp camera.'] },
    { id: 'II.2', parentId: 'II', title: 'Mở rộng mạng cáp quang đến từng nhà', paragraphs: [] },
  ],
  [
    { id: 't1', title: 'Mở lớp kỹ năng số', due: '9/2025', ...lead },
    { id: 't2', title: 'Trang bị loa thông minh', ...lead },
  ],
);
const plan: ParsedPlan = {
  ...base,
  document: {
    ...base.document,
    number: '12/KH-UBND',
    date: '2025-08-30',
    signer: { name: 'Trần Thị Bưởi', position: 'Phó Chủ tịch', signedFor: 'TM. ỦY BAN NHÂN DÂN' },
    recipients: ['Đảng ủy phường', 'Các phòng ban'],
    legalBases: [
      {
        role: 'basis',
        type: 'Nghị quyết',
        number: '57-NQ/TW',
        date: '22/12/2024',
        issuer: 'Bộ Chính trị',
        quote: quoteOf('Nghị quyết số 57-NQ/TW'),
      },
    ],
    quotes: { number: quoteOf('Số: 12/KH-UBND') },
  },
  targets: [
    {
      id: 'ct1',
      origin: 'appendix',
      annex: 'I',
      group: { label: 'I', heading: 'Đến năm 2030' },
      no: '1',
      name: 'Tỷ lệ hộ có Internet',
      unit: '%',
      values: { '2025': '≥70%', '2030': null },
      printed: { '2025': '≥ 70', '2030': '-' },
      lead: ['Phòng Kinh tế'],
      coordinating: [],
      leadIds: ['kinh-te'],
      coordinatingIds: [],
      output: null,
      quote: quoteOf('Tỷ lệ hộ có Internet', 'PL.I'),
      moreQuotes: [],
    },
  ],
  deadlines: [
    {
      id: 'd1',
      kind: 'reporting',
      what: 'Báo cáo kết quả thực hiện',
      when: 'trước ngày 30/11',
      rule: 'yearly-11-30',
      who: 'Các phòng ban',
      toWhom: 'UBND phường',
      due: NO_DUE,
      quote: quoteOf('trước ngày 30/11'),
    },
  ],
};

const passages = planToPassages('ke-hoach', plan);
const of = (kind: string) => passages.filter((passage) => passage.kind === kind);

describe('everything a plan says is a passage', () => {
  it('a paragraph stands under all its headings', () => {
    expect(of('section').map(({ ref, heading, text }) => [ref, heading, text])).toEqual([
      ['II.1#1', 'NHIỆM VỤ › Hạ tầng số', 'Phủ sóng 5G.'],
      ['II.1#2', 'NHIỆM VỤ › Hạ tầng số', 'Lắp camera.'],
      ['II.2', 'NHIỆM VỤ', 'Mở rộng mạng cáp quang đến từng nhà'],
    ]);
  });

  it('a task is found by what, who and when', () => {
    expect(of('task')[0]?.text).toBe('Mở lớp kỹ năng số. Chủ trì: Phòng Văn hóa - Xã hội. Thời gian: 9/2025');
    expect(of('task')[0]?.sentences[0]?.quote).toBe('Mở lớp kỹ năng số');
  });

  it('a target is found by name, year and lead, under its group', () => {
    const [target] = of('target');
    expect(target?.heading).toBe('Đến năm 2030');
    expect(target?.text).toContain('năm 2025: ≥ 70');
    expect(target?.text).toContain('Phòng Kinh tế');
    expect(target?.sectionId).toBe('PL.I');
  });

  it('a deadline is found by what, when, who and to whom', () => {
    const [deadline] = of('deadline');
    for (const part of ['Báo cáo kết quả', 'trước ngày 30/11', 'Các phòng ban', 'UBND phường']) {
      expect(deadline?.text).toContain(part);
    }
  });

  it('a unit is found with all that it leads', () => {
    expect(of('unit')).toHaveLength(1);
    expect(of('unit')[0]).toMatchObject({ ref: 'vhxh', heading: 'Phòng Văn hóa - Xã hội' });
    expect(of('unit')[0]?.sentences.map((sentence) => sentence.quote)).toEqual([
      'Mở lớp kỹ năng số',
      'Trang bị loa thông minh',
    ]);
  });

  it('document facts are found in the words people use, and only those that the plan states', () => {
    const facts = Object.fromEntries(of('document').map(({ ref, text }) => [ref, text]));
    expect(Object.keys(facts)).toEqual(['number', 'date', 'signer', 'recipients', 'basis-1']);
    expect(facts.date).toBe('ngày 30 tháng 8 năm 2025 (30/8/2025)');
    expect(facts['basis-1']).toBe('Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị');
    expect(facts.signer).toContain('Trần Thị Bưởi');
  });
});
