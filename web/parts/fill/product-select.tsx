import { Select } from 'antd';
import { useContext } from 'react';
import type { FieldInputProps } from './field-input-props.ts';
import { placeId } from './field-place.ts';
import { fitsTyped, ProductChoiceContext } from './product-choice.ts';

const textIn = (option: unknown, name: 'search' | 'detail'): string =>
  String((option as Readonly<Record<string, unknown>> | undefined)?.[name] ?? '');

const dropdownWidth = 420;

/** A product of the catalogue, found by typing a part of its name, specification or kind. */
export const ProductSelect = (props: Omit<FieldInputProps, 'field'>) => {
  const { products, options } = useContext(ProductChoiceContext);
  const chosen = typeof props.value === 'string' ? products.get(props.value) : undefined;
  return (
    <>
      <Select
        id={placeId(props.pointer)}
        style={{ width: '100%' }}
        showSearch={{ filterOption: (typed, option) => fitsTyped(typed, textIn(option, 'search')) }}
        placeholder="从目录中选择"
        notFoundContent="目录中没有这样的产品"
        value={typeof props.value === 'string' ? props.value : null}
        labelRender={({ value, label }) => label ?? chosen?.name ?? String(value)}
        status={props.invalid ? 'error' : ''}
        options={options.map((group) => ({ ...group, options: [...group.options] }))}
        optionRender={({ data }) => (
          <span className="fill-product">
            {data.label}
            <span className="quiet small">{textIn(data, 'detail')}</span>
          </span>
        )}
        popupMatchSelectWidth={dropdownWidth}
        onChange={props.onChange}
        aria-label={props.spoken}
        aria-invalid={props.invalid || undefined}
        aria-describedby={props.describedBy}
      />
      {chosen && <span className="quiet small">{chosen.specification}</span>}
    </>
  );
};
