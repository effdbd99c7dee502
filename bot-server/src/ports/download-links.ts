import type { DOWNLOAD_KINDS } from '@phuong-so/shared/contracts/broadcasts';

/** Addresses that open one file of one announcement without a session, for a short time: a browser sends no header. */
export interface DownloadLinks {
  /** A token that only this service can make, good for ten minutes. It names nobody. */
  issue(wanted: Download): IssuedDownload;
  /** What it stands for; null when it is not ours, was changed, or is too old. Never throws. */
  read(token: string): Download | null;
}

export type DownloadKind = (typeof DOWNLOAD_KINDS)[number];

export interface Download {
  readonly broadcastId: string;
  readonly kind: DownloadKind;
}

export interface IssuedDownload {
  readonly token: string;
  readonly expiresAt: Date;
}
