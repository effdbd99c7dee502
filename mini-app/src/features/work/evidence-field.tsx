import { type ReactNode, useState } from 'react';
import { SelectField, TextField } from '../../ui/field.tsx';
import type { Evidence } from './report-draft.ts';

const MOST_EVIDENCE = 20;
const KINDS = [
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
  readonly onChange: (evidence: readonly Evidence[]) => void;
  readonly children?: ReactNode;
}

/** What shows that it is so: added one after the other. */
export function EvidenceField({ evidence, onChange, children }: EvidenceFieldProps) {
  return (
    <div className="work-gap">
      <h3>Minh chứng</h3>
      {evidence.length === 0 && <p className="field__hint">Chưa có minh chứng nào. Không bắt buộc.</p>}
      <ul className="evidence-list">
        {evidence.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same evidence may stand there twice
          <li key={index} className="evidence-list__one">
            <span>
              <strong>{KIND_NAMES[one.kind]}:</strong> {[one.title, one.value].filter((part) => part !== '').join(', ')}
            </span>
            <button
              type="button"
              className="text-button"
              onClick={() => onChange(evidence.filter((_, at) => at !== index))}
            >
              Bỏ<span className="visually-hidden"> minh chứng {one.title || one.value}</span>
            </button>
          </li>
        ))}
      </ul>
      {evidence.length < MOST_EVIDENCE && <NewEvidence onAdd={(one) => onChange([...evidence, one])} />}
      {children}
    </div>
  );
}

function NewEvidence({ onAdd }: { readonly onAdd: (one: Evidence) => void }) {
  const [kind, setKind] = useState<Evidence['kind'] | null>(null);
  const [title, setTitle] = useState('');
  const [value, setValue] = useState('');
  const [complaint, setComplaint] = useState<string | null>(null);
  if (kind === null) {
    return (
      <button type="button" className="button button--quiet button--wide" onClick={() => setKind('link')}>
        Thêm minh chứng
      </button>
    );
  }
  const add = () => {
    const said = kind === 'link' ? withScheme(value.trim()) : value.trim();
    const wrong = complaintAbout(kind, said);
    setComplaint(wrong);
    if (wrong !== null) return;
    onAdd({ kind, title: title.trim(), value: said });
    setKind(null);
    setTitle('');
    setValue('');
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
        hint="Ví dụ: Bài đăng khai giảng lớp học."
        maxLength={200}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
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
        <button type="button" className="button button--quiet" onClick={() => setKind(null)}>
          Thôi
        </button>
      </div>
    </div>
  );
}

/** People copy addresses without their beginning. */
function withScheme(address: string): string {
  return /^[\w-]+(\.[\w-]+)+(\/|$)/.test(address) ? `https://${address}` : address;
}

function complaintAbout(kind: Evidence['kind'], value: string): string | null {
  if (value === '') return kind === 'link' ? 'Xin ghi địa chỉ.' : 'Xin ghi số liệu.';
  if (kind === 'figure' && !/\d/.test(value)) return 'Số liệu cần có ít nhất một con số.';
  return kind === 'link' && !/^https:\/\/[^\s]+\.[^\s]+$/.test(value) ? 'Địa chỉ phải bắt đầu bằng https://' : null;
}
