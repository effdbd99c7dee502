import type { FileType } from './attachments.ts';

/** Makes of what somebody sent up a file that may be handed on. */
export interface Uploads {
  /**
   * What the bytes are, whatever they were said to be, and readable to the end. A picture is as it was, point by point, but
   * without what the camera wrote into it of place, time and device; only which way up it is stays.
   */
  accept(bytes: Uint8Array): Promise<AcceptedFile | RefusedFile>;
}

export interface AcceptedFile {
  readonly kind: 'accepted';
  readonly type: FileType;
  readonly bytes: Uint8Array;
}

/**
 * `unknown`: neither picture nor PDF. `damaged`: cut off, broken, or locked with a password. `active`: a PDF that runs
 * something or hides files. `too_many_pixels`: more than `MOST_PIXELS`.
 */
export interface RefusedFile {
  readonly kind: 'refused';
  readonly why: 'unknown' | 'damaged' | 'active' | 'too_many_pixels';
}

/** Opened on a telephone each takes four bytes. Twelve million are what telephones take pictures with. */
export const MOST_PIXELS = 30_000_000;
