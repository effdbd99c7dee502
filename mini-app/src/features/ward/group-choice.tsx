import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { useId } from 'react';
import type { ChosenGroups } from './group-store.ts';
import { groupOf } from './group-store.ts';

const WHOLE_WARD = '';

interface GroupChoiceProps {
  readonly ward: WardReply;
  readonly groups: ChosenGroups;
  /** null = no group: only what the whole ward is told. */
  readonly onChoose: (groupId: string | null) => void;
}

/** Choosing the neighbourhood group; nothing for a ward that has listed none. A native list: big and known on every phone. */
export function GroupChoice({ ward, groups, onChoose }: GroupChoiceProps) {
  const id = useId();
  if (ward.groups.length === 0) return null;
  const chosen = groupOf(groups, ward);
  return (
    <div className="field group-choice">
      <label htmlFor={id}>{chosen === null ? 'Chọn tổ dân phố để nhận đúng thông báo' : 'Tổ dân phố của mình'}</label>
      <select
        id={id}
        value={chosen?.id ?? WHOLE_WARD}
        onChange={({ target }) => onChoose(target.value === WHOLE_WARD ? null : target.value)}
      >
        <option value={WHOLE_WARD}>Cả phường (chưa chọn tổ)</option>
        {ward.groups.map((group) => (
          <option key={group.id} value={group.id}>
            {group.name}
          </option>
        ))}
      </select>
    </div>
  );
}
