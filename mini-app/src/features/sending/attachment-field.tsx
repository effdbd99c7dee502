import type { AttachmentReply } from '@phuong-so/shared/contracts/broadcasts';
import { MOST_ATTACHMENT_BYTES } from '@phuong-so/shared/contracts/broadcasts';
import { Paperclip } from 'lucide-react';
import type { ChangeEvent } from 'react';
import { failureWords } from '../../session/call-failure.ts';
import { ActFailure } from '../../ui/act-failure.tsx';
import { useAct } from '../../ui/use-act.ts';
import { smallerPicture } from './smaller-picture.ts';

interface AttachmentFieldProps {
  readonly attachment: AttachmentReply | null;
  readonly onUpload: (file: Blob, name: string) => Promise<AttachmentReply>;
  readonly onChange: (attachment: AttachmentReply | null) => void;
}

class TooLarge extends Error {}

const wordsFor = (thrown: unknown) =>
  thrown instanceof TooLarge ? 'Tệp quá lớn (tối đa 5 MB). Xin chọn tệp khác.' : failureWords(thrown);

/** A picture or PDF that goes along. It is sent up as soon as it is chosen. */
export function AttachmentField({ attachment, onUpload, onChange }: AttachmentFieldProps) {
  const { busy, error, act } = useAct(wordsFor);
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    // The same file can be chosen again after a failure.
    target.value = '';
    if (file === undefined) return;
    void act(async () => {
      const small = await smallerPicture(file);
      if (small.size > MOST_ATTACHMENT_BYTES) throw new TooLarge();
      onChange(await onUpload(small, file.name));
    });
  };
  return (
    <>
      {attachment !== null && (
        <p className="with-icon sending-attached">
          <Paperclip aria-hidden="true" size={22} />
          <span>
            {attachment.kind === 'pdf' ? 'Tệp PDF' : 'Ảnh'}: <strong>{attachment.name}</strong>
          </span>
        </p>
      )}
      <div className="sending-buttons">
        <label
          className={busy ? 'button button--quiet file-button file-button--busy' : 'button button--quiet file-button'}
        >
          <Paperclip aria-hidden="true" size={20} />
          {busy ? 'Đang gửi tệp lên…' : attachment === null ? 'Chọn ảnh hoặc tệp PDF' : 'Chọn tệp khác'}
          <input
            type="file"
            className="visually-hidden"
            accept="image/jpeg,image/png,image/webp,application/pdf"
            disabled={busy}
            onChange={choose}
          />
        </label>
        {attachment !== null && (
          <button type="button" className="button button--quiet" onClick={() => onChange(null)}>
            Bỏ tệp này
          </button>
        )}
      </div>
      <p className="field__hint">Không bắt buộc. Nhiều nhất 5 MB. Đừng chụp giấy tờ có số căn cước, số điện thoại.</p>
      <ActFailure error={error} />
    </>
  );
}
