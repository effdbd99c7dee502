import type { TargetReply, TaskReply, TasksReply } from '@phuong-so/shared/contracts/facts';
import type { PlanReply, PlanTextReply } from '@phuong-so/shared/contracts/plans';

/** An invented plan of the test ward: sections on three levels, one heading without plain words, one annex. */
const SECTIONS: PlanTextReply['sections'] = [
  section('mo-dau', 1, '', null, null, ['Căn cứ chương trình của thành phố, phường ban hành kế hoạch này.']),
  section('I', 1, 'I', 'MỤC ĐÍCH, YÊU CẦU', 'Vì sao có kế hoạch này, cần đạt điều gì', []),
  section('I.1', 2, '1', 'Mục đích', 'Kế hoạch này để làm gì', ['Người dân được phục vụ nhanh hơn.']),
  section('II', 1, 'II', 'NHIỆM VỤ VÀ GIẢI PHÁP', 'Phường sẽ làm những việc gì', []),
  section('II.1', 2, '1', 'Phổ cập kỹ năng số', 'Dạy người dân dùng dịch vụ trên mạng', []),
  section('II.1.1', 3, '1.1', null, null, ['Mở lớp học kỹ năng số tại nhà văn hóa mỗi tháng một buổi.']),
  section('II.1.2', 3, '1.2', null, null, ['Tổ công nghệ số cộng đồng đến từng nhà hướng dẫn người cao tuổi.']),
  section('II.2', 2, '2', 'Hạ tầng số', null, ['Lắp mạng không dây miễn phí tại nơi công cộng.']),
  section('PL.I', 1, 'PHỤ LỤC I', 'DANH MỤC CÁC CHỈ TIÊU', 'Bảng các con số cần đạt', []),
];

function section(
  ...[id, level, label, title, plain_title, texts]: [string, number, string, string | null, string | null, string[]]
): PlanTextReply['sections'][number] {
  const paragraphs = texts.map((text, index) => ({ id: `${id}#${index + 1}`, text }));
  const raw = [[label, title].filter((part) => part).join('. '), ...texts].filter((part) => part !== '').join('\n');
  return { id, level, label, title, plain_title, paragraphs, raw };
}

export const PLAN: PlanReply = {
  id: 'plan-1',
  number: '43/KH-UBND',
  date: '2025-09-15',
  title: 'KẾ HOẠCH Chuyển đổi số',
  issuer: 'Ủy ban nhân dân phường An Bình',
  signer: { name: 'Lê Văn Sơn', position: 'Chủ tịch' },
  legal_bases: [],
  recipients: [],
  outline: SECTIONS.map(({ id, level, label, title }) => ({ section_id: id, level, label, title })),
  warnings: [{ kind: 'missing_annex', text: 'Kế hoạch nhắc tới Phụ lục II nhưng văn bản không có phụ lục này.' }],
};

export function planText(change: Partial<PlanTextReply> = {}): PlanTextReply {
  return { plan: PLAN, sections: SECTIONS, as_of: '2026-11-21', ...change };
}

const place = { document_id: 'plan-1', document: '43/KH-UBND' };

export function target(change: Partial<TargetReply> = {}): TargetReply {
  return {
    ...{ id: 'target-1', origin: 'appendix', annex: 'I', no: '1', name: 'Người dân có chữ ký số', unit: null },
    values: { '2025': null, '2030': '≥70%', '2035': '80-90%', '2045': '100%' },
    ...{ lead: ['Công an phường'], coordinating: [], group: 'Chính quyền số', contradicts: [] },
    ...{ ...place, section: 'PL.I', quote: 'Người dân có chữ ký số - ≥70% 80-90% 100% Công an phường' },
    ...change,
  };
}

export const TARGETS: readonly TargetReply[] = [
  target({ contradicts: ['target-2'] }),
  target({
    id: 'target-2',
    name: 'người dân có chữ ký số',
    values: { '2030': '50' },
    unit: '%',
    contradicts: ['target-1'],
  }),
  target({ id: 'target-3', name: 'Đô thị thông minh', values: { '2030': 'Đạt' }, lead: [], section: null }),
];

export function task(change: Partial<TaskReply> = {}): TaskReply {
  return {
    ...{ id: 'task-1', origin: 'appendix', group: 'Phổ cập kỹ năng số', no: '1', title: 'Mở lớp học kỹ năng số' },
    ...{ lead: ['Phòng Văn hóa - Xã hội'], coordinating: ['Các tổ dân phố'] },
    ...{ due: 'Tháng 9/2025', due_kind: 'month', due_date: '2025-09-30', state: 'overdue' },
    ...{ ...place, section: 'II.1', quote: 'Mở lớp học kỹ năng số tại nhà văn hóa mỗi tháng một buổi.' },
    ...change,
  };
}

export const TASKS: TasksReply = {
  ward: 'an-binh',
  as_of: '2026-11-21',
  tasks: [
    task(),
    task({
      id: 'task-2',
      title: 'Lắp mạng không dây',
      lead: ['Phòng Kinh tế'],
      coordinating: ['phòng văn hoá - xã hội.'],
    }),
    task({
      id: 'task-3',
      title: 'Rà soát camera',
      lead: ['Công an phường'],
      coordinating: [],
      due: null,
      state: 'no_date',
    }),
  ],
  next_cursor: null,
};
