import type { AttachmentReply } from '@phuong-so/shared/contracts/broadcasts';
import { Paperclip } from 'lucide-react';
import { failureWords, isWorthRepeating } from '../../session/call-failure.ts';
import { ActFailure } from '../../ui/act-failure.tsx';
import { UploadButton } from '../../ui/upload-button.tsx';
import { type SendUp, useUpload } from '../../ui/use-upload.ts';

interface AttachmentFieldProps {
  readonly attachment: AttachmentReply | null;
  readonly onUpload: SendUp;
  readonly onChange: (attachment: AttachmentReply | null) => void;
}

/** A picture or PDF that goes along. It is sent up as soon as it is chosen. */
export function AttachmentField({ attachment, onUpload, onChange }: AttachmentFieldProps) {
  const upload = useUpload({ onUpload, onDone: onChange, wordsFor: failureWords, isWorthRepeating });
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
        <UploadButton upload={upload} label={attachment === null ? 'Chọn ảnh hoặc tệp PDF' : 'Chọn tệp khác'} />
        {attachment !== null && (
          <button type="button" className="button button--quiet" onClick={() => onChange(null)}>
            Bỏ tệp này
          </button>
        )}
      </div>
      <p className="field__hint">Không bắt buộc. Nhiều nhất 5 MB. Đừng chụp giấy tờ có số căn cước, số điện thoại.</p>
      <ActFailure error={upload.error} />
    </>
  );
}
