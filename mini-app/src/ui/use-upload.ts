import { type AttachmentReply, MOST_ATTACHMENT_BYTES } from '@phuong-so/shared/contracts/broadcasts';
import { useState } from 'react';
import { smallerPicture } from './smaller-picture.ts';
import { useAct } from './use-act.ts';

export type SendUp = (file: Blob, name: string) => Promise<AttachmentReply>;

/** What the server takes; it looks at the bytes, this only at what the phone calls them. */
export const FILE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'];

/** As the contract has it. */
const LONGEST_NAME = 200;

/** Cannot be sent up, and why: told before a weak network has carried it. */
class Unfit extends Error {}

interface UploadOptions {
  readonly onUpload: SendUp;
  readonly onDone: (attachment: AttachmentReply) => void;
  /** What a failed call means for the person. */
  readonly wordsFor: (thrown: unknown) => string;
  /** Whether the same file may arrive at a second try. */
  readonly isWorthRepeating: (thrown: unknown) => boolean;
}

export interface Upload {
  readonly busy: boolean;
  readonly error: string | null;
  readonly choose: (file: File) => void;
  /** Sends up anew what was chosen; null = there is nothing that a second try would help. */
  readonly again: (() => void) | null;
}

/** A picture or PDF that is sent up as soon as it is chosen; when the network fails it need not be looked for anew. */
export function useUpload({ onUpload, onDone, wordsFor, isWorthRepeating }: UploadOptions): Upload {
  const [chosen, setChosen] = useState<File | null>(null);
  const { busy, error, act } = useAct(
    (thrown) => (thrown instanceof Unfit ? thrown.message : wordsFor(thrown)),
    (thrown) => {
      if (!isWorthRepeating(thrown)) setChosen(null);
    },
  );
  const choose = (file: File) =>
    void act(async () => {
      setChosen(file);
      const small = await smallerPicture(file);
      if (small.type !== '' && !FILE_TYPES.includes(small.type)) {
        throw new Unfit('Chỉ gửi kèm được ảnh (JPG, PNG, WebP) hoặc tệp PDF. Xin chọn tệp khác.');
      }
      if (small.size > MOST_ATTACHMENT_BYTES) throw new Unfit('Tệp quá lớn (tối đa 5 MB). Xin chọn tệp khác.');
      onDone(await onUpload(small, file.name.slice(0, LONGEST_NAME)));
      setChosen(null);
    });
  return { busy, error, choose, again: chosen !== null && error !== null ? () => choose(chosen) : null };
}
