import { NO_DUE, parseDue } from '@phuong-so/shared/domain/due-date';
import { startOfDay } from '@phuong-so/shared/domain/vietnam-time';
import type { KeptTarget, PartReport, Progress, Provenance, WorkItem } from '@phuong-so/shared/domain/work';
import type { ReportFacts } from '../../bot-server/src/work/reports/report-facts.ts';

export const UNIT_NAMES: Readonly<Record<string, string>> = {
  vhxh: 'Phòng Văn hóa - Xã hội',
  'kinh-te': 'Phòng Kinh tế',
  'cong-an': 'Công an phường',
};

/** A moment of an ISO day in Vietnam: eight in the morning. */
export const morningOf = (day: string) => startOfDay(day) + 8 * 3_600_000;

const FROM: Provenance = {
  ...{ documentId: 'ke-hoach', documentNumber: null, documentDate: null, factId: 'pl-1', origin: 'appendix' },
  ...{ group: null, no: null, title: 'Việc', lead: [], coordinating: [], due: null, section: null, annex: 'I' },
  quote: 'Việc',
};

export function sampleItem(change: Partial<WorkItem> & { readonly due_text?: string } = {}): WorkItem {
  const { due_text: text, ...rest } = change;
  return {
    ...{ id: 'w1', ward: 'a', from: FROM, share: '', group: null, no: null, title: 'Việc', leads: ['vhxh'] },
    ...{ coordinating: [], due: text === undefined ? NO_DUE : parseDue(text), eventOn: null, dueAfterEvent: null },
    ...{ responsible: null, state: 'open', muted: null, reported: null, confirmed: null, version: 1, createdAt: 0 },
    ...{ demo: false, ...rest },
  };
}

export function sampleProgress(change: Partial<Progress> = {}): Progress {
  return {
    ...{ state: 'in_progress', percent: null, count: null, note: '', obstacle: '', evidence: [] },
    ...{ at: morningOf('2026-10-05'), unit: 'vhxh', ...change },
  };
}

/** The same word where the task holds it and where it is a report. */
export function sampleWord(item: WorkItem, progress: Progress, change: Partial<PartReport> = {}): PartReport {
  const decidedAt = change.state === 'confirmed' || change.state === 'returned' ? progress.at : null;
  return {
    ...{ id: `r-${item.id}-${progress.at}`, itemId: item.id, ward: item.ward, as: 'lead', progress },
    ...{ state: 'reported', decisionNote: null, decidedAt, ...change },
  };
}

export function sampleTarget(change: Partial<KeptTarget> = {}): KeptTarget {
  return {
    ...{ id: 't1', ward: 'a', from: FROM, name: 'Chỉ tiêu', unit: null, values: {}, leads: [], coordinating: [] },
    ...{ version: 1, demo: false, ...change },
  };
}

export function sampleFacts(change: Partial<ReportFacts> = {}): ReportFacts {
  return {
    ...{ author: 'UBND phường Mẫu', unit: null, kind: 'yearly', period: '2026', asOf: '2026-11-21' },
    ...{ days: { from: '2026-01-01', to: '2026-12-31' }, plans: [], work: [], words: [], targets: [] },
    ...{ obstacles: [], unitDrafts: [], unitName: (id: string) => UNIT_NAMES[id] ?? id, ...change },
  };
}
