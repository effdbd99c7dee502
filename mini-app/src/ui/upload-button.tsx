import { Paperclip, RefreshCw } from 'lucide-react';
import type { ChangeEvent } from 'react';
import { FILE_TYPES, type Upload } from './use-upload.ts';

/** Opens the phone's own choice of pictures and files; after a failure, one press sends the same file up again. */
export function UploadButton({ upload, label }: { readonly upload: Upload; readonly label: string }) {
  const { busy, choose, again } = upload;
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    // The same file can be chosen again after a failure.
    target.value = '';
    if (file !== undefined) choose(file);
  };
  return (
    <>
      <label
        className={busy ? 'button button--quiet file-button file-button--busy' : 'button button--quiet file-button'}
      >
        <Paperclip aria-hidden="true" size={20} />
        {busy ? 'Đang gửi tệp lên…' : label}
        <input type="file" className="visually-hidden" accept={FILE_TYPES.join(',')} disabled={busy} onChange={take} />
      </label>
      {again !== null && (
        <button type="button" className="button button--quiet" onClick={again}>
          <RefreshCw aria-hidden="true" size={20} />
          Gửi lại tệp vừa chọn
        </button>
      )}
    </>
  );
}
