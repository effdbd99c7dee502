import type { ReportDraft, TargetValue, WorkItem } from '@phuong-so/shared/domain/work';
import { describe, expect, test } from 'vitest';
import {
  morningOf,
  sampleFacts,
  sampleItem,
  sampleProgress,
  sampleTarget,
  sampleWord,
} from '../../../../tests/fakes/report-samples.ts';
import { draftSections, editedSections, redrafted } from './draft-sections.ts';
import type { ReportFacts } from './report-facts.ts';

function texts(facts: ReportFacts): Record<string, string> {
  return Object.fromEntries(draftSections(facts).map(({ id, text }) => [id, text]));
}

/** A task with the word of its lead, as the store keeps it. */
function told(item: WorkItem, day: string, change: Parameters<typeof sampleProgress>[0], confirmed = false) {
  const progress = sampleProgress({ at: morningOf(day), ...change });
  const word = sampleWord(item, progress, confirmed ? { state: 'confirmed' } : {});
  return { item: { ...item, reported: progress, confirmed: confirmed ? progress : null }, word };
}

test('an empty ward yields a draft that says so, and no zero', () => {
  const sections = draftSections(sampleFacts());
  expect(sections.map(({ title }) => title)).toHaveLength(6);
  const whole = sections.map(({ text }) => text).join('\n');
  expect(whole).toContain('Chưa có số liệu');
  const figures = whole.replace('năm 2026', '').replace('21/11/2026', '');
  expect(figures).not.toMatch(/\d/);
});

test('what is confirmed and what units say themselves stand apart', () => {
  const done = told(
    sampleItem({ id: 'a', no: '1', title: 'Một', due_text: 'Tháng 9/2026' }),
    '2026-09-01',
    { state: 'done' },
    true,
  );
  const said = told(sampleItem({ id: 'b', no: '2', title: 'Hai', due_text: 'Tháng 9/2026' }), '2026-09-02', {
    state: 'done',
    percent: 97,
  });
  const { situation, results, obstacles } = texts(
    sampleFacts({ work: [done.item, said.item], words: [done.word, said.word] }),
  );
  expect(situation).toContain('- 1 nhiệm vụ đã được xác nhận hoàn thành.');
  expect(situation).toContain('- 1 nhiệm vụ quá hạn theo kế hoạch, chưa có xác nhận hoàn thành.');
  expect(situation).toContain('Theo đơn vị tự báo cáo (tính cả báo cáo chưa được xác nhận): 2 nhiệm vụ hoàn thành.');
  const [, , first, second] = ['', ...(results ?? '').split('\n')];
  expect(first).toBe(
    '| 1 | Một | Phòng Văn hóa - Xã hội | Tháng 9/2026 | Hoàn thành. (01/09/2026) | Đã được xác nhận |',
  );
  expect(second).toContain('| Chưa có số liệu | Hoàn thành, 97%. (02/09/2026) |');
  expect(obstacles).toContain('- 2. Hai (Phòng Văn hóa - Xã hội; thời hạn: Tháng 9/2026).');
});

test('gaps are named: who has said nothing in the period, which target has no figure', () => {
  const old = told(sampleItem({ id: 'a' }), '2025-12-30', { percent: 40 });
  const silent = sampleItem({ id: 'b', leads: ['kinh-te', 'vhxh'] });
  const facts = sampleFacts({
    work: [old.item, silent],
    words: [old.word],
    targets: [{ target: sampleTarget({ values: { 2030: '≥80%' } }), confirmed: null, reported: null }],
  });
  const { situation, targets, results } = texts(facts);
  expect(situation).toContain('Chưa có báo cáo trong kỳ: 2 nhiệm vụ.');
  expect(situation).toContain(
    'Đơn vị chủ trì chưa báo cáo trong kỳ: Phòng Văn hóa - Xã hội (2 nhiệm vụ); Phòng Kinh tế (1 nhiệm vụ).',
  );
  expect(results).toContain('Đang làm, 40%. (30/12/2025)');
  expect(targets).toContain('|  | Chỉ tiêu | ≥80% (năm 2030) | Chưa có số liệu |');
  expect(targets).toContain('Chưa có số liệu của 1 chỉ tiêu.');
});

test('what was said after the day of the report is not in it', () => {
  const item = sampleItem({ id: 'a' });
  const before = sampleWord(item, sampleProgress({ at: morningOf('2026-03-01'), percent: 31 }), { state: 'confirmed' });
  const after = sampleWord(item, sampleProgress({ at: morningOf('2027-01-05'), state: 'done' }), {
    state: 'confirmed',
  });
  const now = { ...item, reported: after.progress, confirmed: after.progress };
  const { results, situation } = texts(sampleFacts({ work: [now], words: [before], asOf: '2026-12-31' }));
  expect(results).toContain('Đang làm, 31%. (01/03/2026) | Đã được xác nhận |');
  expect(situation).toContain('Chưa có nhiệm vụ nào được xác nhận hoàn thành.');
});

test('a word that was given back is none, and a coordinating unit stands beside the task', () => {
  const item = sampleItem({ id: 'a', no: '3', title: 'Ba', coordinating: ['cong-an'] });
  const lead = sampleWord(item, sampleProgress({ percent: 55 }), { state: 'returned' });
  const part = sampleWord(item, sampleProgress({ unit: 'cong-an', percent: 66, obstacle: 'Thiếu máy quét' }), {
    as: 'part',
  });
  const facts = sampleFacts({ work: [item], words: [lead, part] });
  const { results, obstacles } = texts(facts);
  expect(results).not.toContain('55%');
  expect(results).toContain(
    '- Công an phường, phần phối hợp của “3. Ba” (chưa được xác nhận): Đang làm, 66%. (05/10/2026)',
  );
  expect(obstacles).toContain('- 3. Ba (Công an phường báo cáo ngày 05/10/2026): Thiếu máy quét.');
});

describe('the sum of the units', () => {
  const draft = (unit: string, state: ReportDraft['state'], edited: boolean): ReportDraft => ({
    ...{ id: unit, ward: 'a', unit, kind: 'yearly', period: '2026', state, version: 1, createdAt: 0, changedAt: 0 },
    ...{ demo: false, sections: [{ id: 'obstacles', title: 'IV', text: `Lời của ${unit}\n| bảng |`, edited }] },
  });
  test('words of a report that was taken in stand in the ward’s, under the name of the unit; others are named alone', () => {
    const unitDrafts = [
      draft('vhxh', 'taken_in', true),
      draft('kinh-te', 'handed_in', true),
      draft('cong-an', 'draft', true),
    ];
    const { obstacles, situation } = texts(sampleFacts({ work: [sampleItem()], unitDrafts }));
    expect(obstacles).toBe('Theo báo cáo của Phòng Văn hóa - Xã hội:\nLời của vhxh');
    expect(situation).toContain('Báo cáo của đơn vị đã tiếp nhận: Phòng Văn hóa - Xã hội.');
    expect(situation).toContain('Báo cáo của đơn vị đã gửi, chờ tiếp nhận: Phòng Kinh tế.');
    expect(situation).toContain('Báo cáo của đơn vị còn đang soạn: Công an phường.');
  });
  test('what nobody wrote is the store’s already and is not said twice', () => {
    const { obstacles } = texts(sampleFacts({ unitDrafts: [draft('vhxh', 'taken_in', false)] }));
    expect(obstacles).toBe('Chưa có vướng mắc, đề xuất nào được ghi nhận.');
  });
});

test('drafting anew leaves alone what somebody wrote, unless it is to be replaced', () => {
  const fresh = draftSections(sampleFacts());
  const written = editedSections(fresh, [{ id: 'next', text: 'Việc mới' }]) ?? [];
  expect(written.filter(({ edited }) => edited).map(({ id }) => id)).toEqual(['next']);
  expect(redrafted(written, fresh, []).leftAlone).toEqual(['next']);
  expect(redrafted(written, fresh, []).sections).toEqual(written);
  expect(redrafted(written, fresh, ['next'])).toEqual({ sections: fresh, leftAlone: [] });
  expect(editedSections(fresh, [{ id: 'next', text: fresh[4]?.text ?? '' }])).toEqual(fresh);
  expect(editedSections(fresh, [{ id: 'none', text: '' }])).toBeNull();
});

test('a value that was entered stands with its period, source and whether it is confirmed', () => {
  const value: TargetValue = {
    ...{ id: 'v', targetId: 't1', ward: 'a', period: '2026-Q3', value: '82,5%', source: 'Cổng dịch vụ công', note: '' },
    ...{ state: 'confirmed', unit: 'vhxh', office: 'Phòng', at: 0, replacedBy: null },
  };
  const target = sampleTarget({ unit: '%', values: { 2025: '≥60%', 2026: null, 2030: '80-90%' } });
  const { targets } = texts(sampleFacts({ targets: [{ target, confirmed: value, reported: null }] }));
  expect(targets).toContain(
    '|  | Chỉ tiêu (%) | 80-90% (năm 2030) | 82,5% (quý 3 năm 2026; Cổng dịch vụ công): đạt mốc | Đã được xác nhận |',
  );
});
