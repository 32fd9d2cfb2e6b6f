import { createContext, useContext } from 'react';
import { useSystem } from '../../api/lifecycle.ts';
import type { FieldInputProps } from './field-input-props.ts';
import { placeId } from './field-place.ts';

/** The registered system that the form is about; empty where it is about none. */
export const SystemContext = createContext('');

/** One of the resources that the system uses now. */
export const ResourceSelect = (props: Omit<FieldInputProps, 'field'>) => {
  const system = useSystem(useContext(SystemContext));
  const inUse = (system.data?.resources ?? []).filter(({ state }) => state === 'inUse');
  const value = typeof props.value === 'string' ? props.value : '';
  const unlisted = value !== '' && !inUse.some(({ resourceId }) => resourceId === value);
  return (
    <select
      id={placeId(props.pointer)}
      className="fill-select"
      value={value}
      onChange={(event) => props.onChange(event.target.value)}
      aria-invalid={props.invalid || undefined}
      aria-describedby={props.describedBy}
      aria-label={props.spoken}
    >
      <option value="">{system.data && inUse.length === 0 ? '没有在用的资源' : '请选择'}</option>
      {unlisted && <option value={value}>{value}</option>}
      {inUse.map(({ resourceId, specifications, unit, instanceId, addresses }) => {
        const now = specifications[specifications.length - 1];
        return (
          <option key={resourceId} value={resourceId}>
            {now?.name} {now?.quantity} {unit}（
            {[instanceId, ...addresses.slice(0, 1)].filter(Boolean).join('，')}）
          </option>
        );
      })}
    </select>
  );
};
