import { useState } from 'react';
import { failureWords, isWorthRepeating } from '../../session/call-failure.ts';
import { ActFailure } from '../../ui/act-failure.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { UploadButton } from '../../ui/upload-button.tsx';
import { type SendUp, useUpload } from '../../ui/use-upload.ts';
import type { Evidence } from './report-draft.ts';

const MOST_EVIDENCE = 20;
const LONGEST_TITLE = 200;
const KINDS = [
  { value: 'file', title: 'Ảnh hoặc tệp PDF' },
  { value: 'link', title: 'Đường dẫn (bài đăng, văn bản trên mạng)' },
  { value: 'figure', title: 'Con số, số văn bản' },
];
const KIND_NAMES: Readonly<Record<Evidence['kind'], string>> = {
  link: 'Đường dẫn',
  file: 'Tệp',
  figure: 'Số liệu',
};

interface EvidenceFieldProps {
  readonly evidence: readonly Evidence[];
  readonly onUpload: SendUp;
  readonly onChange: (evidence: readonly Evidence[]) => void;
}

/** What shows that it is so: added one after the other. */
export function EvidenceField({ evidence, onUpload, onChange }: EvidenceFieldProps) {
  return (
    <div className="work-gap">
      <h3>Minh chứng</h3>
      {evidence.length === 0 && <p className="field__hint">Chưa có minh chứng nào. Không bắt buộc.</p>}
      <ul className="evidence-list">
        {evidence.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same evidence may stand there twice
          <li key={index} className="evidence-list__one">
            <span>
              <strong>{KIND_NAMES[one.kind]}:</strong> {evidenceName(one)}
            </span>
            <button
              type="button"
              className="text-button"
              onClick={() => onChange(evidence.filter((_, at) => at !== index))}
            >
              Bỏ<span className="visually-hidden"> minh chứng {evidenceName(one)}</span>
            </button>
          </li>
        ))}
      </ul>
      {evidence.length < MOST_EVIDENCE && (
        <NewEvidence onUpload={onUpload} onAdd={(one) => onChange([...evidence, one])} />
      )}
    </div>
  );
}

interface NewEvidenceProps {
  readonly onUpload: SendUp;
  readonly onAdd: (one: Evidence) => void;
}

function NewEvidence({ onUpload, onAdd }: NewEvidenceProps) {
  const [kind, setKind] = useState<Evidence['kind'] | null>(null);
  const [title, setTitle] = useState('');
  const done = () => {
    setKind(null);
    setTitle('');
  };
  if (kind === null) {
    return (
      <button type="button" className="button button--quiet button--wide" onClick={() => setKind('file')}>
        Thêm minh chứng
      </button>
    );
  }
  const add = (one: Pick<Evidence, 'value' | 'title'>) => {
    onAdd({ ...one, kind });
    done();
  };
  return (
    <div className="sending-fields">
      <SelectField
        label="Loại minh chứng"
        options={KINDS}
        value={kind}
        onChoose={(chosen) => setKind(chosen as Evidence['kind'])}
      />
      <TextField
        label="Tên minh chứng"
        hint={kind === 'file' ? 'Bỏ trống thì lấy tên của tệp.' : 'Ví dụ: Bài đăng khai giảng lớp học.'}
        maxLength={LONGEST_TITLE}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
      {kind === 'file' ? (
        <FileEvidence title={title.trim()} onUpload={onUpload} onAdd={add} onStop={done} />
      ) : (
        <TypedEvidence key={kind} kind={kind} title={title.trim()} onAdd={add} onStop={done} />
      )}
    </div>
  );
}

interface KindProps {
  readonly title: string;
  readonly onAdd: (one: Pick<Evidence, 'value' | 'title'>) => void;
  readonly onStop: () => void;
}

/** Sent up as soon as it is chosen, and then in the report; what is not reported is forgotten by the server. */
function FileEvidence({ title, onUpload, onAdd, onStop }: KindProps & { readonly onUpload: SendUp }) {
  const upload = useUpload({
    onUpload,
    onDone: ({ id, name }) => onAdd({ value: id, title: title || name }),
    ...{ wordsFor: failureWords, isWorthRepeating },
  });
  return (
    <>
      <p className="field__hint">
        Ảnh JPG, PNG, WebP hoặc tệp PDF, nhiều nhất 5 MB. Cán bộ khác của phường xem được.{' '}
        <strong>Không gửi ảnh giấy tờ tùy thân</strong>, số điện thoại, số tài khoản của người dân.
      </p>
      <div className="sending-buttons">
        <UploadButton upload={upload} label="Chọn ảnh hoặc tệp PDF" />
        <button type="button" className="button button--quiet" disabled={upload.busy} onClick={onStop}>
          Thôi
        </button>
      </div>
      <ActFailure error={upload.error} />
    </>
  );
}

function TypedEvidence({ kind, title, onAdd, onStop }: KindProps & { readonly kind: 'link' | 'figure' }) {
  const [value, setValue] = useState('');
  const [complaint, setComplaint] = useState<string | null>(null);
  const add = () => {
    const said = kind === 'link' ? withScheme(value.trim()) : value.trim();
    const wrong = complaintAbout(kind, said);
    setComplaint(wrong);
    if (wrong === null) onAdd({ title, value: said });
  };
  return (
    <>
      <TextField
        label={kind === 'link' ? 'Địa chỉ' : 'Số liệu'}
        hint={
          kind === 'link' ? 'Chép từ trình duyệt, bắt đầu bằng https://' : 'Ví dụ: 12/15 lớp; Báo cáo số 12/BC-UBND.'
        }
        inputMode={kind === 'link' ? 'url' : 'text'}
        maxLength={500}
        value={value}
        error={complaint}
        onChange={({ target }) => setValue(target.value)}
      />
      <div className="sending-buttons">
        <button type="button" className="button button--quiet" onClick={add}>
          Thêm vào báo cáo
        </button>
        <button type="button" className="button button--quiet" onClick={onStop}>
          Thôi
        </button>
      </div>
    </>
  );
}

/** A file's id says nothing to a reader. */
function evidenceName({ kind, title, value }: Evidence): string {
  return (kind === 'file' ? [title] : [title, value]).filter((part) => part !== '').join(', ');
}

/** People copy addresses without their beginning. */
function withScheme(address: string): string {
  return /^[\w-]+(\.[\w-]+)+(\/|$)/.test(address) ? `https://${address}` : address;
}

function complaintAbout(kind: 'link' | 'figure', value: string): string | null {
  if (value === '') return kind === 'link' ? 'Xin ghi địa chỉ.' : 'Xin ghi số liệu.';
  if (kind === 'figure' && !/\d/.test(value)) return 'Số liệu cần có ít nhất một con số.';
  return kind === 'link' && !/^https:\/\/[^\s]+\.[^\s]+$/.test(value) ? 'Địa chỉ phải bắt đầu bằng https://' : null;
}
