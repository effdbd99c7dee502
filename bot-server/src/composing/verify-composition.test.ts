import { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { describe, expect, test } from 'vitest';
import type { Evidence } from './evidence.ts';
import { Verifier } from './verify-composition.ts';

const units = new UnitDirectory([
  { id: 'kt', name: 'Phòng Kinh tế', kind: 'department', spellings: ['Phòng Kinh tế'], nicknames: [] },
]);

function evidence(id: string, text: string, section = 'IV.2'): Evidence {
  const place = { ward: 'w', document: '43/KH-UBND', documentId: 'd', sectionId: section };
  return { id, text, citation: { source: 'plan', ...place, section, quote: text } };
}

const shown = [
  evidence('e1', 'Các đơn vị báo cáo trước ngày 30/11 hằng năm.'),
  evidence('e2', 'Phòng Kinh tế mở 5 lớp học số.'),
  evidence('e3', 'Phường chi ít nhất 3% ngân sách.', 'Phụ lục I, mục 4'),
];
const verifier = (room = 1_000) =>
  new Verifier({ evidence: () => shown, units, names: ['phường Sao Mai'], room, question: '', everyday: () => [] });

describe('a sentence that one piece of evidence shows', () => {
  test('is said with its place, which is not repeated', () => {
    const checks = verifier();
    const texts = [
      { text: 'Báo cáo trước ngày 30/11 hằng năm', evidence: ['e1'] },
      { text: '**Phòng Kinh tế** mở 5 lớp học số.', evidence: ['e9', 'e2'] },
      { text: 'Phường chi ít nhất 3% ngân sách.', evidence: ['e1', 'e3'] },
    ].map((one) => checks.check(one)?.text);
    expect(texts).toEqual([
      'Báo cáo trước ngày 30/11 hằng năm (mục IV.2).',
      'Phòng Kinh tế mở 5 lớp học số.',
      'Phường chi ít nhất 3% ngân sách (Phụ lục I, mục 4).',
    ]);
    expect(checks.said.map((one) => one.evidence.id)).toEqual(['e1', 'e2', 'e3']);
    expect(checks.dropped).toEqual([]);
  });

  test('has the place where the token stands; an unknown token is nothing', () => {
    const said = { text: 'Theo [[e3]] [[e8]] phường Sao Mai chi ít nhất 3% ngân sách.', evidence: ['e3'] };
    expect(verifier().check(said)?.text).toBe('Theo (Phụ lục I, mục 4) phường Sao Mai chi ít nhất 3% ngân sách.');
  });

  test('is not said twice, and not where there is no room', () => {
    const checks = verifier(60);
    const said = { text: 'Phường chi ít nhất 3% ngân sách.', evidence: ['e3'] };
    expect(checks.check(said)).not.toBeNull();
    expect(checks.check(said)).toBeNull();
    expect(checks.check({ text: 'Các đơn vị báo cáo trước ngày 30/11 hằng năm.', evidence: ['e1'] })).toBeNull();
    expect(checks.said).toHaveLength(1);
  });
});

test.each([
  ['without evidence', 'Báo cáo trước ngày 30/11.', [], 'no_evidence'],
  ['with evidence that nobody showed', 'Báo cáo trước ngày 30/11.', ['e7'], 'no_evidence'],
  ['whose facts stand in two places', 'Phòng Kinh tế chi ít nhất 3% ngân sách.', ['e2', 'e3'], 'figure'],
  ['with an address', 'Báo cáo tại https://so.example trước ngày 30/11.', ['e1'], 'address'],
  ['with another’s token in it', 'Báo cáo [[x]] trước ngày 30/11.', ['e1'], 'address'],
])('a sentence %s is dropped', (_, text, ids, fault) => {
  const checks = verifier();
  expect(checks.check({ text, evidence: ids })).toBeNull();
  expect(checks.dropped).toEqual([fault]);
});
