import type { ProgressReply, WorkReply } from '@phuong-so/shared/contracts/work';
import { KeptDrafts } from '../../reading/kept-drafts.ts';
import type { DeviceStorage } from '../../zalo/platform.ts';

export type Evidence = ProgressReply['evidence'][number];
export type Measure = 'none' | 'percent' | 'count';

/** What stands in the fields of one report; numbers as they were typed. */
export interface ReportFields {
  readonly state: ProgressReply['state'];
  readonly measure: Measure;
  readonly percent: string;
  readonly count: string;
  readonly countOf: string;
  readonly countWhat: string;
  readonly note: string;
  readonly obstacle: string;
  readonly evidence: readonly Evidence[];
}

export interface WorkDraft {
  /** Who typed it: nobody else is shown it. */
  readonly owner: string;
  readonly fields: ReportFields;
  /** What was sent and not answered: sent again with the same words it has the same key, and is there once. */
  readonly sent: { readonly key: string; readonly body: string } | null;
  /** Epoch ms. */
  readonly changedAt: number;
}

/** Reports of tasks that are being written, by the task's id. */
export class WorkDraftStore extends KeptDrafts<WorkDraft> {
  constructor(storage: DeviceStorage) {
    super({ storage, key: 'phuong-so.work-reports', read: readDraft });
  }
}

const EMPTY: ReportFields = {
  ...{ state: 'in_progress', measure: 'none', percent: '', count: '', countOf: '', countWhat: '' },
  ...{ note: '', obstacle: '', evidence: [] },
};

function readDraft(value: unknown): WorkDraft | null {
  const { owner, fields, sent, changedAt } = value as Partial<WorkDraft>;
  if (typeof owner !== 'string' || typeof fields !== 'object' || fields === null) return null;
  return { owner, fields: { ...EMPTY, ...fields }, sent: sent ?? null, changedAt: Number(changedAt) || 0 };
}

/** Goes on from what the unit said last: state and measure, never its words or evidence. */
export function fieldsFrom({ reported }: Pick<WorkReply, 'reported'>): ReportFields {
  if (reported === null) return EMPTY;
  const { state, percent, count } = reported;
  return {
    ...EMPTY,
    state,
    measure: count !== null ? 'count' : percent !== null ? 'percent' : 'none',
    percent: percent === null ? '' : String(percent),
    count: count === null ? '' : typed(count.value),
    countOf: count === null || count.of === null ? '' : typed(count.of),
    countWhat: count?.what ?? '',
  };
}

/** As the field reads it back: a comma before decimals, no dots between thousands. */
const typed = (value: number) => String(value).replace('.', ',');

export type ReportComplaints = Partial<Record<'percent' | 'count' | 'countOf' | 'countWhat' | 'note', string>>;

/** What keeps it from being sent. */
export function complaintsAbout(fields: ReportFields): ReportComplaints {
  const { state, measure, note, obstacle, evidence } = fields;
  const isSilent = measure === 'none' && note.trim() === '' && obstacle.trim() === '' && evidence.length === 0;
  const saysItself = state === 'not_started' || state === 'done';
  return {
    ...measureComplaints(fields),
    ...(isSilent && !saysItself ? { note: 'Xin cho biết tình hình: con số, vài chữ, hoặc minh chứng.' } : {}),
  };
}

function measureComplaints({ measure, percent, count, countOf, countWhat }: ReportFields): ReportComplaints {
  if (measure === 'percent') {
    const isWhole = /^\d{1,3}$/.test(percent.trim()) && Number(percent) <= 100;
    return isWhole ? {} : { percent: 'Xin ghi một số từ 0 đến 100.' };
  }
  if (measure === 'none') return {};
  return {
    ...(readNumber(count) === null ? { count: 'Xin ghi con số đã làm được.' } : {}),
    ...(countOf.trim() !== '' && readNumber(countOf) === null ? { countOf: 'Xin ghi một con số, hoặc bỏ trống.' } : {}),
    ...(countWhat.trim() === '' ? { countWhat: 'Xin ghi đếm cái gì, ví dụ “lớp học”.' } : {}),
  };
}

/** "1.250" → 1250, "12,5" → 12.5; null = no number. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(/\.(?=\d{3}(\D|$))/g, '');
  return /^\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : null;
}

/** As the server reads it; call only when there are no complaints. */
export function toReport(fields: ReportFields) {
  const { state, measure, percent, count, countOf, countWhat, note, obstacle, evidence } = fields;
  return {
    state,
    percent: measure === 'percent' ? Number(percent) : null,
    count:
      measure === 'count' ? { value: readNumber(count) ?? 0, of: readNumber(countOf), what: countWhat.trim() } : null,
    note: note.trim(),
    obstacle: obstacle.trim(),
    evidence,
  };
}
