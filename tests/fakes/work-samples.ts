import { parseDue } from '@phuong-so/shared/domain/due-date';
import type { Progress, Provenance, WorkItem } from '@phuong-so/shared/domain/work';
import type { NewReport, NewTarget, NewValue, NewWorkItem, WorkDoer } from '../../bot-server/src/ports/work.ts';

export const STANDING: WorkDoer = { subject: 'zalo:vhxh', office: 'Phòng Văn hóa - Xã hội', at: 1_000 };
export const UNIT: WorkDoer = { subject: 'zalo:ktht', office: 'Phòng Kinh tế', at: 2_000 };

export function provenance(change: Partial<Provenance> = {}): Provenance {
  return {
    ...{ documentId: 'd1', documentNumber: '43/KH-UBND', documentDate: '2025-09-19', factId: 'f1', origin: 'appendix' },
    ...{ group: 'III', no: '5', title: 'Kết nối LGSP', lead: ['Phòng Kinh tế'], coordinating: [], due: 'Tháng 9/2026' },
    ...{ section: null, annex: 'III', quote: '5 Kết nối LGSP' },
    ...change,
  };
}

export function newItem(change: Partial<NewWorkItem> = {}): NewWorkItem {
  return {
    ...{ ward: 'w', from: provenance(), share: '', group: 'III', no: '5', title: 'Kết nối LGSP' },
    ...{ leads: ['kinh-te'], coordinating: ['van-phong', 'cong-an'], due: parseDue('Tháng 9/2026') },
    ...{ responsible: null, demo: false, position: 0 },
    ...change,
  };
}

export function progress(change: Partial<Progress> = {}): Progress {
  return {
    ...{ state: 'in_progress', percent: 60, count: null, note: 'đã kết nối', obstacle: '', at: 2_000, unit: 'kinh-te' },
    evidence: [{ kind: 'link', title: 'Biên bản', value: 'https://example.gov.vn/bb' }],
    ...change,
  };
}

export function newReport(pressKey: string, change: Partial<Progress> = {}, as: NewReport['as'] = 'lead'): NewReport {
  return { as, pressKey, progress: progress(change) };
}

export function newTarget(change: Partial<NewTarget> = {}): NewTarget {
  return {
    ...{ ward: 'w', from: provenance({ factId: 't1', annex: 'I' }), name: 'Tỷ lệ hồ sơ trực tuyến', unit: '%' },
    ...{ values: { '2025': null, '2030': '≥80%' }, leads: ['tt-pvhcc'], coordinating: [], position: 0, demo: false },
    ...change,
  };
}

export function newValue(pressKey: string, change: Partial<NewValue> = {}): NewValue {
  return {
    period: '2026-Q3',
    value: '82,5%',
    source: 'Cổng dịch vụ công',
    note: '',
    unit: 'tt-pvhcc',
    pressKey,
    ...change,
  };
}

/** What `confirm` gives of one. */
export const first = (items: readonly WorkItem[]): WorkItem => {
  const [item] = items;
  if (item === undefined) throw new Error('no task');
  return item;
};
