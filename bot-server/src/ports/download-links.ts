import type { DOWNLOAD_KINDS } from '@phuong-so/shared/contracts/broadcasts';
import type { DRAFT_FILES } from '@phuong-so/shared/contracts/report-drafts';

/** Addresses that open one file of one announcement, report or obstacle, or one attachment, without a session, for a short time: a browser sends no header. */
export interface DownloadLinks {
  /** A token that only this service can make, good for ten minutes. It names nobody. */
  issue(wanted: Download): IssuedDownload;
  /** What it stands for; null when it is not ours, was changed, or is too old. Never throws. */
  read(token: string): Download | null;
}

export type DownloadKind = (typeof DOWNLOAD_KINDS)[number];

export type DraftFileKind = (typeof DRAFT_FILES)[number];

export type Download =
  | { readonly broadcastId: string; readonly kind: DownloadKind }
  | { readonly reportDraftId: string; readonly kind: DraftFileKind }
  | { readonly attachmentId: string }
  | ObstacleLetter;

/** The draft of a letter beyond the ward. `to`: null = whom the plan names. */
export interface ObstacleLetter {
  readonly obstacleId: string;
  readonly to: string | null;
}

export interface IssuedDownload {
  readonly token: string;
  readonly expiresAt: Date;
}
