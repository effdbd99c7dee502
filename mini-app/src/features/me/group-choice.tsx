import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { SelectField } from '../../ui/field.tsx';

interface GroupChoiceProps {
  readonly ward: Pick<WardReply, 'groups'>;
  readonly group: string | null;
  /** null = none in particular. */
  readonly onChoose: (group: string | null) => void;
}

/** The person's neighbourhood group; nothing where the ward has named none. */
export function GroupChoice({ ward, group, onChoose }: GroupChoiceProps) {
  if (ward.groups.length === 0) return null;
  const options = [
    { value: '', title: 'Chưa chọn' },
    ...ward.groups.map(({ id, name }) => ({ value: id, title: name })),
  ];
  return (
    <SelectField
      label="Tổ dân phố"
      hint="Để xem thông báo của đúng tổ mình."
      options={options}
      value={group ?? ''}
      onChoose={(value) => onChoose(value === '' ? null : value)}
    />
  );
}
