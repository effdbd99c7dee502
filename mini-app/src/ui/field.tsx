import {
  type InputHTMLAttributes,
  type RefObject,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';

interface FieldProps {
  readonly label: string;
  /** Said before anything is typed. */
  readonly hint?: string;
  /** What is wrong with what was typed; read out with the field. */
  readonly error?: string | null;
}

interface TextFieldProps extends FieldProps {
  /** For putting the cursor somewhere in it. */
  readonly line?: RefObject<HTMLInputElement>;
}

/** A line to type in, with its label, hint and error bound to it. */
export function TextField({
  label,
  hint,
  error,
  line,
  ...input
}: TextFieldProps & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  const described = [...(hint ? [`${id}-hint`] : []), ...(error ? [`${id}-error`] : [])].join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        {...(line === undefined ? {} : { ref: line })}
        {...input}
        {...(described === '' ? {} : { 'aria-describedby': described })}
        {...(error ? { 'aria-invalid': true } : {})}
      />
      {hint && (
        <p id={`${id}-hint`} className="field__hint">
          {hint}
        </p>
      )}
      <p id={`${id}-error`} className="field__error" role="alert" hidden={!error}>
        {error}
      </p>
    </div>
  );
}

interface TextAreaProps extends FieldProps {
  /** For putting the cursor somewhere in it. */
  readonly area?: RefObject<HTMLTextAreaElement>;
}

/** Several lines to type in. */
export function TextArea({
  label,
  hint,
  error,
  area,
  ...input
}: TextAreaProps & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  const described = [...(hint ? [`${id}-hint`] : []), ...(error ? [`${id}-error`] : [])].join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        {...(area === undefined ? {} : { ref: area })}
        {...input}
        {...(described === '' ? {} : { 'aria-describedby': described })}
        {...(error ? { 'aria-invalid': true } : {})}
      />
      {hint && (
        <p id={`${id}-hint`} className="field__hint">
          {hint}
        </p>
      )}
      <p id={`${id}-error`} className="field__error" role="alert" hidden={!error}>
        {error}
      </p>
    </div>
  );
}

interface CheckFieldProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Yes or no. */
export function CheckField({ label, checked, onChange }: CheckFieldProps) {
  return (
    <label className="radio">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      <span>{label}</span>
    </label>
  );
}

interface SelectFieldProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly title: string }[];
  readonly onChoose: (value: string) => void;
}

/** The phone's own list to choose from. */
export function SelectField({
  label,
  hint,
  options,
  onChoose,
  ...select
}: SelectFieldProps & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        {...select}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        onChange={(event) => onChoose(event.target.value)}
      >
        {options.map(({ value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
      {hint && (
        <p id={`${id}-hint`} className="field__hint">
          {hint}
        </p>
      )}
    </div>
  );
}

interface RadioGroupProps<Value extends string | number> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly title: string }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** A few choices of which one holds; arrow keys move between them. */
export function RadioGroup<Value extends string | number>(props: RadioGroupProps<Value>) {
  const { label, options, chosen, onChoose } = props;
  const name = useId();
  return (
    <fieldset className="radios">
      <legend className="radios__label">{label}</legend>
      {options.map(({ value, title }) => (
        <label key={value} className="radio">
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>{title}</span>
        </label>
      ))}
    </fieldset>
  );
}
