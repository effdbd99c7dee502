import type { UnitRef } from '@phuong-so/shared/contracts/work';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { type EditableWork, type EditField, editOf, type WorkEdit } from './work-edit.ts';

interface EditFieldsProps {
  readonly work: EditableWork;
  readonly edit: WorkEdit;
  readonly units: readonly UnitRef[];
  /** Fields that somebody else has just changed, too. */
  readonly clashes: readonly EditField[];
  readonly onChange: (edit: WorkEdit) => void;
}

/** The parts of a task that the standing unit may word otherwise than the plan. */
export function EditFields({ work, edit, units, clashes, onChange }: EditFieldsProps) {
  const now = editOf(work);
  const shown = { ...now, ...edit };
  const hintOf = (field: 'title' | 'due' | 'responsible', otherwise: string) =>
    clashes.includes(field) ? `Người khác vừa ghi: “${now[field] ?? 'bỏ trống'}”.` : otherwise;
  const nameOf = (ids: readonly string[]) =>
    ids.map((id) => units.find((unit) => unit.id === id)?.name ?? id).join('; ') || 'chưa có';
  return (
    <div className="sending-fields">
      <TextArea
        label="Tên nhiệm vụ"
        rows={4}
        maxLength={1000}
        value={shown.title}
        hint={hintOf('title', '')}
        error={shown.title.trim().length < 3 ? 'Xin ghi tên nhiệm vụ.' : null}
        onChange={({ target }) => onChange({ ...edit, title: target.value })}
      />
      <TextField
        label="Thời hạn"
        hint={hintOf('due', 'Ghi như trong kế hoạch: Tháng 9/2026, Thường xuyên, Hằng năm. Bỏ trống: không có hạn.')}
        maxLength={200}
        value={shown.due ?? ''}
        onChange={({ target }) => onChange({ ...edit, due: target.value === '' ? null : target.value })}
      />
      <p className="fact-line">
        <strong>Chủ trì:</strong> {nameOf(shown.leads)}
      </p>
      <Disclosure show="Chọn đơn vị chủ trì" hide="Xong" startsOpen={shown.leads.length === 0}>
        <UnitPicker
          label="Đơn vị chủ trì"
          units={units}
          chosen={shown.leads}
          error={shown.leads.length === 0 ? 'Xin chọn ít nhất một đơn vị.' : null}
          onChange={(leads) => onChange({ ...edit, leads })}
        />
      </Disclosure>
      <p className="fact-line">
        <strong>Phối hợp:</strong> {nameOf(shown.coordinating)}
      </p>
      <Disclosure show="Chọn đơn vị phối hợp" hide="Xong">
        <UnitPicker
          label="Đơn vị phối hợp"
          units={units}
          chosen={shown.coordinating}
          onChange={(coordinating) => onChange({ ...edit, coordinating })}
        />
      </Disclosure>
      <TextField
        label="Người phụ trách"
        hint={hintOf('responsible', 'Tên gọi trong cơ quan, chỉ cán bộ của phường thấy. Bỏ trống: chưa có.')}
        maxLength={60}
        value={shown.responsible ?? ''}
        onChange={({ target }) => onChange({ ...edit, responsible: target.value === '' ? null : target.value })}
      />
    </div>
  );
}

/** Whether it can be saved as it stands. */
export function isComplete(edit: WorkEdit): boolean {
  return (edit.title === undefined || edit.title.trim().length >= 3) && edit.leads?.length !== 0;
}
