import path from 'node:path';
import type { PlanTask } from '@phuong-so/shared/domain/plan';
import { SourceText } from '@phuong-so/shared/text/source-text';
import { beforeAll, describe, expect, test } from 'vitest';
import { toExtractOutput } from '../../bot-server/src/ingestion/parse-plan/extract-output.ts';
import { allQuotes, type ReadPlan, readPlan, root } from './gold-facts.ts';

/** Plans of invented wards, written to vary what the five real plans do not: the parser may know no ward. */
function fixture(name: string): { readonly read: ReadPlan } {
  const holder: { read?: ReadPlan } = {};
  beforeAll(async () => {
    holder.read = await readPlan(path.join(root, 'tests/fixtures/plans', name), null);
  });
  return {
    get read() {
      if (!holder.read) throw new Error(`${name} is not read`);
      return holder.read;
    },
  };
}

function dues(tasks: readonly PlanTask[]): unknown[] {
  return tasks.map(({ no, due }) => [no, due.kind, due.firstDay, due.lastDay]);
}

describe('tab-separated annexes with other headers, units and times', () => {
  const file = fixture('suoi-may.txt');
  const annexTasks = () => file.read.plan.tasks.filter((task) => task.origin === 'appendix');

  test('document', () => {
    expect(toExtractOutput(file.read.plan).document).toMatchObject({
      number: '27/KH-UBND',
      date: '2026-02-05',
      ward_name: 'phường Suối Mây',
      province: 'Lâm Đồng',
      signer: 'Lò Văn Minh',
      legal_bases: ['Kế hoạch số 15/KH-UBND ngày 12/01/2026 của UBND tỉnh Lâm Đồng'],
    });
  });

  test('times of every kind', () => {
    expect(dues(annexTasks())).toEqual([
      ['1', 'quarter', null, '2026-06-30'],
      ['2', 'date', null, '2026-06-30'],
      ['3', 'period', '2026-03-01', '2026-09-30'],
      ['4', 'period', '2026-01-01', '2030-12-31'],
      ['5', 'date', null, '2026-12-14'],
      ['6', 'after_event', null, null],
    ]);
  });

  test('products, lists of units, and units that no file knows', () => {
    expect(annexTasks()[0]).toMatchObject({
      output: '12 điểm wifi',
      leadIds: ['kt-ht-dt'],
      coordinatingIds: ['vien-thong-lam-dong'],
    });
    expect(annexTasks()[1]?.coordinating).toEqual(['Các tổ dân phố', 'Ban Quản lý chợ Suối Mây']);
    expect(annexTasks()[2]?.coordinatingIds).toEqual(['doan-thanh-nien', 'hoi-phu-nu']);
    expect(annexTasks()[3]?.lead).toEqual(['Trung tâm Văn hóa, Thông tin và Thể thao']);
    expect(annexTasks()[5]?.coordinating).toEqual([]);
  });

  test('a table of targets with other years and column order', () => {
    const targets = file.read.plan.targets.filter((target) => target.origin === 'appendix');
    expect(targets.map(({ no, unit, values, leadIds }) => [no, unit, values, leadIds])).toEqual([
      ['1', '%', { 2026: '≥70', 2028: '90' }, ['tt-pvhcc']],
      ['2', 'Mô hình', { 2026: '2', 2028: null }, ['vhxh']],
    ]);
  });

  test('a task in running text, duties after a colon and under a heading, a closing duty', () => {
    const found = file.read.plan.tasks
      .filter((task) => task.origin !== 'appendix')
      .map(({ origin, leadIds, due }) => [origin, leadIds.join(), due.text]);
    expect(found).toEqual([
      ['body', 'vhxh', 'trước ngày 28/02/2026'],
      ['organisation', 'vhxh', null],
      ['organisation', 'vhxh', 'trước ngày 10/12 hằng năm'],
      ['organisation', 'trung-tam-van-hoa-thong-tin-the-thao', null],
      ['organisation', 'trung-tam-van-hoa-thong-tin-the-thao', null],
      ['organisation', 'hoi-chu-thap-do', null],
      ['organisation', 'co-quan-don-vi', 'Trong quá trình thực hiện'],
    ]);
  });

  test('the annex that is missing, and the figure that body and annex give differently', () => {
    const told = file.read.plan.warnings.map((warning) => warning.text);
    expect(told).toHaveLength(2);
    expect(told[0]).toContain('Phụ lục III');
    expect(told[1]).toContain('≥70% (Phụ lục II, mục 1) và đạt tối thiểu 75% (mục I.2)');
  });
});

describe('an annex without cell borders, with page numbers and a letterhead in the middle', () => {
  const file = fixture('song-lam.txt');

  test('rows, columns and groups', () => {
    const tasks = file.read.plan.tasks.filter((task) => task.origin === 'appendix');
    expect(
      tasks.map((task) => [task.group?.heading, task.no, task.title, task.lead, task.coordinating, task.due.text]),
    ).toEqual([
      [
        'Hạ tầng đô thị',
        '1.1',
        'Lắp đặt camera tại các nút giao thông chính trên địa bàn phường.',
        ['Công an phường'],
        ['Phòng Kinh tế', 'Các tổ dân phố'],
        'Quý III/2026',
      ],
      ['Hạ tầng đô thị', '1.2', 'Rà soát hệ thống chiếu sáng.', ['Phòng Kinh tế'], [], 'Thường xuyên'],
      [
        'Dịch vụ cho người dân',
        '2.1',
        'Đưa vào sử dụng ứng dụng phản ánh hiện trường.',
        ['Trung tâm Phục vụ hành chính công'],
        ['Các phòng, ban, ngành'],
        'Trước ngày 15/02/2026',
      ],
    ]);
  });

  test('number and date from the displaced letterhead', () => {
    expect(file.read.plan.document).toMatchObject({
      number: '31/KH-UBND',
      date: '2026-03-16',
      wardName: 'phường Sông Lam',
      province: 'Nghệ An',
    });
    expect(JSON.stringify(file.read.plan.sections)).not.toContain('CỘNG HÒA');
  });

  test('what is missing is told', () => {
    expect(file.read.plan.warnings.map((warning) => warning.kind)).toEqual([
      'annex_stops_early',
      'missing_section',
      'due_before_issue',
    ]);
  });
});

describe('Word: merged cells, a header of two rows, headings that are only bold', () => {
  const file = fixture('doi-che.docx');

  test('bold headings without a number are sections', () => {
    expect(toExtractOutput(file.read.plan).outline.map((node) => [node.level, node.label, node.title])).toEqual([
      [1, 'I', 'MỤC ĐÍCH'],
      [1, 'II', 'NHIỆM VỤ, GIẢI PHÁP'],
      [2, '', 'Phát triển chính quyền số'],
      [2, '', 'Phát triển kinh tế số'],
      [1, 'III', 'PHÂN CÔNG TRÁCH NHIỆM'],
      [2, '1', 'Văn phòng HĐND và UBND phường'],
      [2, '2', 'Phòng Kinh tế'],
      [3, 'a)', null],
      [3, 'b)', null],
      [2, '3', 'Các tổ dân phố'],
      [1, 'PHỤ LỤC 1', 'DANH MỤC NHIỆM VỤ'],
      [2, 'I', 'CHÍNH QUYỀN SỐ'],
      [2, 'II', 'KINH TẾ SỐ'],
      [1, 'PHỤ LỤC 2', 'CHỈ TIÊU PHÁT TRIỂN'],
      [2, 'A', 'Chính quyền số'],
    ]);
  });

  test('a merged cell holds for each of its rows', () => {
    const [first, second] = file.read.plan.tasks;
    expect(first).toMatchObject({
      leadIds: ['van-phong'],
      coordinatingIds: ['cong-an'],
      output: '100% hồ sơ được số hóa',
    });
    expect(second).toMatchObject({ leadIds: ['van-phong'], coordinatingIds: ['tt-pvhcc', 'kinh-te'] });
    expect(second?.due.lastDay).toBe('2026-04-29');
  });

  test('years under a common header', () => {
    const targets = file.read.plan.targets.filter((target) => target.origin === 'appendix');
    expect(targets.map((target) => target.values)).toEqual([
      { 2026: '≥60', 2027: '75', 2030: '90-95' },
      { 2026: null, 2027: '85', 2030: '95' },
    ]);
  });

  test('a number and a date left blank stay unknown', () => {
    expect(file.read.plan.document).toMatchObject({ number: null, date: null, period: { from: 2026, to: 2030 } });
    expect(file.read.plan.warnings.map((warning) => warning.kind)).toEqual(['no_number', 'no_date']);
  });

  test('a task that brackets give to a unit', () => {
    const [task] = file.read.plan.tasks.filter((one) => one.origin === 'body');
    expect(task).toMatchObject({
      title: 'Hỗ trợ doanh nghiệp nhỏ chuyển đổi số',
      leadIds: ['kinh-te'],
      coordinatingIds: ['hoi-nong-dan'],
    });
    expect(task?.due.lastDay).toBe('2026-12-31');
  });
});

describe.each(['suoi-may.txt', 'song-lam.txt', 'doi-che.docx'])('%s', (name) => {
  const file = fixture(name);
  test('every quote stands in the document', () => {
    const source = new SourceText(file.read.source);
    expect(allQuotes(file.read.plan).filter((quote) => !source.contains(quote))).toEqual([]);
  });
});
