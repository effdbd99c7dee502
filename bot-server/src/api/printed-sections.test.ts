import type { PlanSection } from '@phuong-so/shared/domain/plan';
import { expect, test } from 'vitest';
import { printedSections } from './printed-sections.ts';

const LONG = 'Tuyên truyền tới từng hộ gia đình trên địa bàn về dịch vụ công trực tuyến.';
const OTHER = 'Phòng Văn hóa chủ trì, báo cáo Ủy ban nhân dân phường trước ngày 30/11.';

function section(id: string, title: string | null, quotes: readonly string[], marker = '-'): PlanSection {
  const label = id.split('.').at(-1) ?? '';
  const paragraphs = quotes.map((quote, index) => {
    return { id: `${id}#${index + 1}`, marker, text: quote, sentences: [{ text: quote, quote }] };
  });
  return { id, parentId: null, level: id.split('.').length, label, title, paragraphs };
}

test('a section ends where the next begins, slips, page numbers and all, and its paragraphs begin on lines', () => {
  const source = `I. MỤC ĐÍCH 1. Mục đích - ${LONG} 2 - Phổ cập kỷ năng số. 2. Yêu cầu ${OTHER} Nơi nhận: - Lưu.`;
  const sections = [
    section('I', 'MỤC ĐÍCH', []),
    section('I.1', 'Mục đích', [LONG, 'Phổ cập kỷ năng số.']),
    section('I.2', 'Yêu cầu', [OTHER], ''),
  ];
  expect([...printedSections(sections, source).values()]).toEqual([
    'I. MỤC ĐÍCH',
    `1. Mục đích\n- ${LONG} 2\n- Phổ cập kỷ năng số.`,
    `2. Yêu cầu\n${OTHER}`,
  ]);
});

test('a numbered paragraph without a heading stands beside its number', () => {
  const sections = [section('I.1', null, [LONG], ''), section('I.2', null, [OTHER], '')];
  expect([...printedSections(sections, `1. ${LONG} 2. ${OTHER}`).values()]).toEqual([`1. ${LONG}`, `2. ${OTHER}`]);
});

test('the closing of the body is nobody’s text, though an annex follows', () => {
  const sections = [section('I', 'TỔ CHỨC', [OTHER]), section('PL', 'DANH MỤC NHIỆM VỤ CỦA CÁC ĐƠN VỊ', [LONG])];
  const source = `I. TỔ CHỨC - ${OTHER} Nơi nhận: - Thành ủy. CHỦ TỊCH DANH MỤC NHIỆM VỤ CỦA CÁC ĐƠN VỊ ${LONG}`;
  expect(printedSections(sections, source).get('I')).toBe(`I. TỔ CHỨC\n- ${OTHER}`);
});

test('rows between the groups of an annex go to their own group only', () => {
  const sections = [
    section('PL.I', 'Đến năm 2030, toàn phường đạt được', ['Dòng một ≥ 85', 'Dòng ba 60%'], ''),
    section('PL.I.1', 'Hạ tầng số và các nền tảng dùng chung', ['Dòng hai 100%'], ''),
    section('PL.I.2', 'Chỉ tiêu về giáo dục và đào tạo khác', ['Dòng bốn 20%'], ''),
  ];
  const [top, one, two] = sections.map(({ title }) => title);
  const source = `${top} Dòng một ≥ 85 ${one} Dòng hai 100% Dòng ba 60% ${two} Dòng bốn 20%`;
  expect([...printedSections(sections, source).values()]).toEqual([
    `${top}\nDòng một ≥ 85\nDòng ba 60%`,
    `${one}\nDòng hai 100%`,
    `${two}\nDòng bốn 20%`,
  ]);
});

test('a heading that Word numbers by itself is found right before its text, and not in another text', () => {
  const sections = [section('I', null, [`${LONG} Mục đích là số hóa.`], ''), section('II', 'Mục đích', [OTHER], '')];
  const source = `${LONG} Mục đích là số hóa. Mục đích ${OTHER}`;
  expect(printedSections(sections, source).get('II')).toBe(`Mục đích\n${OTHER}`);
});

test('a section whose place is not found is its quotes, and nothing where it has none', () => {
  const sections = [section('I', 'KHÔNG CÓ', [LONG, OTHER]), section('II', 'CŨNG KHÔNG', [])];
  const printed = printedSections(sections, `${OTHER} ${LONG}`);
  expect(printed.get('I')).toBe(`${LONG}\n${OTHER}`);
  expect(printed.get('II')).toBe('');
});
