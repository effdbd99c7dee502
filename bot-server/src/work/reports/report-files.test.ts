import { reportRow } from '@phuong-so/shared/domain/report-text';
import type { ReportDraft } from '@phuong-so/shared/domain/work';
import { expect, test } from 'vitest';
import { reportDocument } from './report-document.ts';
import { reportWorkbook } from './report-workbook.ts';

const TABLE = [
  reportRow(['TT', 'Nhiệm vụ']),
  reportRow(['Nhóm A']),
  reportRow(['1', '12/15']),
  reportRow(['1.2', '07']),
];
const DRAFT: ReportDraft = {
  ...{ id: 'd', ward: 'a', unit: null, kind: 'half_year', period: '2026-H1', state: 'draft', version: 4 },
  ...{ createdAt: 0, changedAt: 0, demo: false },
  sections: [
    { id: 'results', title: 'II. Kết quả', text: ['Lời.', ...TABLE].join('\n'), edited: true },
    { id: 'evidence', title: 'Danh mục', text: 'Chưa có minh chứng.', edited: false },
  ],
};
const FRAME = { wardName: null, unitName: null, plans: [], recipients: [], madeAt: new Date(0) };

test('a document of what the sections say now; nobody’s name is made up for a ward without one', () => {
  const { letterhead, opening, body, annexes } = reportDocument(DRAFT, FRAME);
  expect(letterhead).toEqual({ body: ['Ủy ban nhân dân', null], symbol: 'BC-UBND' });
  expect(opening).toMatchObject({ name: 'Báo cáo', about: 'Kết quả thực hiện Kế hoạch, 6 tháng đầu năm 2026' });
  expect(body.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'table', 'heading', 'paragraph']);
  expect(annexes).toEqual([]);
});

test('evidence is an annex where there is any; a unit writes under the ward, with its sign left open', () => {
  const sections = DRAFT.sections.map((one) => ({ ...one, text: TABLE.join('\n') }));
  const document = reportDocument(
    { ...DRAFT, sections },
    { ...FRAME, wardName: 'phường Mẫu', unitName: 'Phòng Kinh tế' },
  );
  expect(document.annexes.map(({ title }) => title)).toEqual(['Danh mục']);
  const above = ['Ủy ban nhân dân', 'phường Mẫu'];
  expect(document.letterhead).toEqual({ above, body: ['Phòng Kinh tế'], symbol: null });
});

test('a workbook of the same tables: whole numbers are numbers, everything else stays as it was entered', () => {
  const [about, results, ...rest] = reportWorkbook(DRAFT, FRAME);
  expect(rest).toEqual([]);
  expect(about?.rows[0]?.cells).toEqual(['DỰ THẢO']);
  expect(results?.rows.map(({ cells }) => cells)).toEqual([
    ['TT', 'Nhiệm vụ'],
    [null, 'Nhóm A'],
    [1, '12/15'],
    ['1.2', '07'],
  ]);
});
