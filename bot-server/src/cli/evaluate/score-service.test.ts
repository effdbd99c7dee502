import type { Answer } from '@phuong-so/shared/domain/answer';
import { expect, test } from 'vitest';
import type { Library } from '../../ports/library.ts';
import { scoreServiceAnswer, serviceQuestionSchema } from './score-service.ts';

const FILE = 'data/services/mau.md';
const LIBRARY = {
  services: () => [{ id: 'mau', title: 'Mẫu', also: [] }],
  courses: [],
  source: (file: string) => (file === FILE ? 'Lệ phí 8.000 đồng mỗi bản, nộp khi nhận.' : null),
} as unknown as Library;

function score(question: string, text: string) {
  const asked = serviceQuestionSchema.parse({
    ...{ id: 'x', ward: null, role: 'resident', unit: null, kind: 'detail', style: 'plain', question },
    ...{ expect: { services: ['mau'] }, must_include: [], must_not_include: [] },
  });
  const citation = {
    source: 'service',
    ward: null,
    document: FILE,
    documentId: 'mau',
    section: 'Lệ phí',
    sectionId: null,
  };
  const answer = {
    ...{
      id: 'a',
      outcome: 'answered',
      text,
      items: [],
      suggestions: [],
      asOf: '2026-11-21',
      generated: false,
      tookMs: 0,
    },
    citations: [{ ...citation, quote: 'Lệ phí 8.000 đồng mỗi bản' }],
  } as unknown as Answer;
  return scoreServiceAnswer(asked, answer, LIBRARY, []);
}

test('a figure of the cited file is known, any other is invented', () => {
  expect(score('phí bao nhiêu', 'Lệ phí: 8.000 đồng mỗi bản.')).toMatchObject({
    found: true,
    right: true,
    invented: [],
  });
  expect(score('phí bao nhiêu', 'Lệ phí: 9.500 đồng mỗi bản.')).toMatchObject({ right: false, invented: ['9.500'] });
});

test('a figure is no invention where it is quoted from what the person wrote, and only there', () => {
  const question = 'chuyển 500.000 đồng mới được nhận có đúng không';
  expect(score(question, 'Bạn viết “chuyển 500.000 đồng”: đừng chuyển.').invented).toEqual([]);
  expect(score(question, 'Bạn chuyển 500.000 đồng.').invented).toEqual(['500.000']);
  expect(score(question, 'Bạn viết “chuyển 700.000 đồng”: đừng chuyển.').invented).toEqual(['700.000']);
});
