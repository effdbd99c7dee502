import type { ReportDraft } from '@phuong-so/shared/domain/work';
import { frameOf } from '../flows/reports/export.ts';
import type { DraftFileKind } from '../ports/download-links.ts';
import { reportDocument } from '../work/reports/report-document.ts';
import { reportWorkbook } from '../work/reports/report-workbook.ts';
import type { ApiDeps } from './environment.ts';

export interface MadeFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** `attachment`: what a browser does not show. */
  readonly shown: 'inline' | 'attachment';
  readonly name: string;
}

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TYPES: Readonly<Record<DraftFileKind, string>> = {
  docx: DOCX,
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** "du-thao-bao-cao-2026-ban-3.docx": the version that it was when somebody asked for it. */
export function reportFileName({ period, version }: ReportDraft, kind: DraftFileKind): string {
  return `du-thao-bao-cao-${period.replace('..', '-den-')}-ban-${version}.${kind}`;
}

/** The draft as it is when the link is opened; null: it is no longer there. */
export async function reportFile(
  { reports, documents, workbooks }: ApiDeps,
  { reportDraftId, kind }: { readonly reportDraftId: string; readonly kind: DraftFileKind },
): Promise<MadeFile | null> {
  const draft = await reports.drafts.byId(reportDraftId);
  const frame = draft && (await frameOf(reports, draft));
  if (draft === null || frame === null) return null;
  const bytes =
    kind === 'docx'
      ? await documents.write(reportDocument(draft, frame))
      : await workbooks.write(reportWorkbook(draft, frame));
  return { bytes, type: TYPES[kind], shown: 'attachment', name: reportFileName(draft, kind) };
}
