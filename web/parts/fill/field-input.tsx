import { Checkbox, Input, InputNumber, Radio } from 'antd';
import type { FormColumn } from '#shared/contracts/forms.ts';
import { CaseSelect } from './case-select.tsx';
import type { FieldInputProps } from './field-input-props.ts';
import { placeId } from './field-place.ts';
import { ProductSelect } from './product-select.tsx';
import { ResourceSelect } from './resource-select.tsx';

type OptionField = Extract<FormColumn, { readonly options: unknown }>;
type BooleanField = Extract<FormColumn, { readonly kind: 'boolean' }>;

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const spokenAs = ({ invalid, describedBy, spoken }: FieldInputProps) => ({
  'aria-invalid': invalid || undefined,
  'aria-describedby': describedBy,
  'aria-label': spoken,
});

const inputModes: Partial<Record<FormColumn['kind'], 'tel' | 'email'>> = { phone: 'tel', email: 'email' };

const LineInput = (props: FieldInputProps) => (
  <Input
    id={placeId(props.pointer)}
    value={textOf(props.value)}
    status={props.invalid ? 'error' : ''}
    inputMode={inputModes[props.field.kind]}
    autoComplete="off"
    onChange={(event) => props.onChange(event.target.value)}
    {...spokenAs(props)}
  />
);

const counted = (value: string, most: number) => {
  const { length } = [...value];
  return length > most * 0.8 ? (
    <span className={length > most ? 'fill-count fill-count-over' : 'fill-count'}>
      {length} / {most} 字
    </span>
  ) : null;
};

const ParagraphsInput = (props: FieldInputProps & { readonly maxLength: number; readonly rows: number }) => (
  <>
    <Input.TextArea
      id={placeId(props.pointer)}
      value={textOf(props.value)}
      status={props.invalid ? 'error' : ''}
      autoSize={{ minRows: props.rows, maxRows: 16 }}
      onChange={(event) => props.onChange(event.target.value)}
      {...spokenAs(props)}
    />
    {counted(textOf(props.value), props.maxLength)}
  </>
);

const CountInput = (props: FieldInputProps) => (
  <InputNumber
    id={placeId(props.pointer)}
    style={{ width: '100%' }}
    value={typeof props.value === 'number' ? props.value : null}
    status={props.invalid ? 'error' : ''}
    precision={0}
    controls={false}
    inputMode="numeric"
    onChange={props.onChange}
    {...spokenAs(props)}
  />
);

const ChoiceInput = (props: FieldInputProps<OptionField>) =>
  props.spoken === undefined ? (
    <Radio.Group
      value={textOf(props.value)}
      options={props.field.options.map(({ value, label }) => ({ value, label }))}
      onChange={(event) => props.onChange(event.target.value)}
    />
  ) : (
    <select
      id={placeId(props.pointer)}
      className="fill-select"
      value={textOf(props.value)}
      onChange={(event) => props.onChange(event.target.value)}
      {...spokenAs(props)}
    >
      <option value="">请选择</option>
      {props.field.options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );

const ChoicesInput = (props: FieldInputProps<OptionField>) => (
  <Checkbox.Group
    value={Array.isArray(props.value) ? props.value.map(String) : []}
    options={props.field.options.map(({ value, label }) => ({ value, label }))}
    onChange={props.onChange}
  />
);

const YesNoInput = (props: FieldInputProps<BooleanField>) =>
  props.field.pledge === undefined ? (
    <Radio.Group
      value={props.value}
      options={[
        { value: true, label: '是' },
        { value: false, label: '否' },
      ]}
      onChange={(event) => props.onChange(event.target.value)}
    />
  ) : (
    <>
      <blockquote className="fill-pledge">{props.field.pledge}</blockquote>
      <Checkbox
        checked={props.value === true}
        onChange={(event) => props.onChange(event.target.checked ? true : undefined)}
      >
        我单位已阅读并作出以上承诺
      </Checkbox>
    </>
  );

/** The control for one field, by its kind. */
export const FieldInput = ({ field, ...rest }: FieldInputProps) => {
  switch (field.kind) {
    case 'text':
      // In a table a long line is easier read broken; the field itself takes no line ends.
      return rest.spoken !== undefined && field.maxLength > 200 ? (
        <ParagraphsInput
          {...rest}
          field={field}
          maxLength={field.maxLength}
          rows={1}
          onChange={(value) => rest.onChange(String(value).replace(/[\r\n]+/g, ' '))}
        />
      ) : (
        <LineInput field={field} {...rest} />
      );
    case 'longText':
      return <ParagraphsInput field={field} {...rest} maxLength={field.maxLength} rows={4} />;
    case 'integer':
      return <CountInput field={field} {...rest} />;
    case 'choice':
    case 'choices': {
      const Chosen = field.kind === 'choice' ? ChoiceInput : ChoicesInput;
      return <Chosen field={field} {...rest} />;
    }
    case 'boolean':
      return <YesNoInput field={field} {...rest} />;
    case 'product':
      return <ProductSelect {...rest} />;
    case 'resource':
      return <ResourceSelect {...rest} />;
    case 'case':
      return <CaseSelect field={field} {...rest} />;
    default:
      return <LineInput field={field} {...rest} />;
  }
};
