import { CheckField, RadioGroup } from '../../ui/field.tsx';
import type { FormPartProps } from './form-part.ts';

interface AudienceFieldProps extends Pick<FormPartProps, 'draft' | 'set'> {
  /** Groups that this person may choose from; a leader has the own one. */
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly wholeWard: boolean;
}

/** To whom it goes: a leader's own group is fixed, an official chooses. */
export function AudienceField({ draft, set, groups, wholeWard }: AudienceFieldProps) {
  if (!wholeWard) {
    return (
      <p>
        Bà con <strong>{groups[0]?.name ?? 'tổ của mình'}</strong>.
      </p>
    );
  }
  const chosen = new Set(draft.groups);
  const toggle = (id: string, isIn: boolean) => {
    const next = groups.filter((group) => (group.id === id ? isIn : chosen.has(group.id)));
    // None chosen would mean everybody: the last one stays.
    if (next.length > 0) set({ groups: next.map((group) => group.id) });
  };
  return (
    <>
      <RadioGroup
        label="Gửi cho ai"
        options={[
          { value: 'ward', title: 'Cả phường' },
          ...(groups.length > 0 ? [{ value: 'groups', title: 'Chỉ một số tổ dân phố' }] : []),
        ]}
        chosen={draft.groups.length === 0 ? 'ward' : 'groups'}
        onChoose={(value) => set({ groups: value === 'ward' ? [] : groups.slice(0, 1).map(({ id }) => id) })}
      />
      {draft.groups.length > 0 && (
        <fieldset className="radios sending-groups">
          <legend className="radios__label">Các tổ được gửi</legend>
          {groups.map(({ id, name }) => (
            <CheckField key={id} label={name} checked={chosen.has(id)} onChange={(isIn) => toggle(id, isIn)} />
          ))}
        </fieldset>
      )}
    </>
  );
}
