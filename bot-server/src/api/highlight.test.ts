import type { PlanSection } from '@phuong-so/shared/domain/plan';
import { expect, test } from 'vitest';
import { findHighlight } from './highlight.ts';

const FIRST = 'Phấn đấu đến năm 2030, 80% hộ gia đình có tài khoản.';
const SECOND = 'Giao Công an phường chủ trì thực hiện.';
const section: PlanSection = {
  id: 'I.1',
  parentId: 'I',
  level: 2,
  label: '1',
  title: null,
  paragraphs: [
    { id: 'I.1#1', marker: '', text: 'Mở đầu của mục.', sentences: [] },
    {
      id: 'I.1#2',
      marker: '-',
      text: `${FIRST} ${SECOND}`,
      sentences: [
        { text: FIRST, quote: 'Phấn đấu đến năm 2030, $80\\%$ hộ gia đình có tài khoản.' },
        { text: SECOND, quote: SECOND },
      ],
    },
  ],
};
const source = `Mở đầu của mục. Phấn đấu đến năm 2030, $80\\%$ hộ gia đình có tài khoản. ${SECOND} Nơi khác trong kế hoạch.`;

function shown(quote: string): string | null {
  const { highlight } = findHighlight(section, source, quote);
  const text = section.paragraphs.find(({ id }) => id === highlight?.paragraphId)?.text;
  return highlight ? (text?.slice(highlight.start, highlight.end) ?? null) : null;
}

test('a quote of the unrepaired source marks the sentence as it is displayed', () => {
  expect(shown('Phấn đấu đến năm 2030, $80\\%$ hộ gia đình có tài khoản.')).toBe(FIRST);
});

test('a quote over two sentences marks both', () => {
  expect(shown(source.slice(source.indexOf('Phấn'), source.indexOf(' Nơi khác')))).toBe(`${FIRST} ${SECOND}`);
});

test('part of a sentence marks that part', () => {
  expect(shown('Công an phường chủ trì')).toBe('Công an phường chủ trì');
});

test('a quote from elsewhere in the document is given back to be shown beside the section', () => {
  expect(findHighlight(section, source, 'Nơi khác trong kế hoạch.')).toEqual({
    highlight: null,
    quote: 'Nơi khác trong kế hoạch.',
  });
});

test('words that the document does not contain are not shown under its name', () => {
  const forged = 'Phường thu mỗi hộ 500.000 đồng.';
  expect(findHighlight(section, source, forged)).toEqual({ highlight: null, quote: null });
  expect(findHighlight(section, source, null)).toEqual({ highlight: null, quote: null });
});
