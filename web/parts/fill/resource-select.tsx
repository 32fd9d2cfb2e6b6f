import { createContext, useContext } from 'react';
import { useSystem } from '../../api/lifecycle.ts';
import type { FieldInputProps } from './field-input-props.ts';
import { ListedSelect } from './listed-select.tsx';

/** The registered system that the form is about; empty where it is about none. */
export const SystemContext = createContext('');

/** One of the resources that the system uses now. */
export const ResourceSelect = (props: Omit<FieldInputProps, 'field'>) => {
  const system = useSystem(useContext(SystemContext));
  const inUse = (system.data?.resources ?? []).filter(({ state }) => state === 'inUse');
  return (
    <ListedSelect
      props={props}
      empty={system.data && inUse.length === 0 ? '没有在用的资源' : '请选择'}
      options={inUse.map(({ resourceId, specifications, unit, instanceId, addresses }) => {
        const now = specifications[specifications.length - 1];
        const where = [instanceId, ...addresses.slice(0, 1)].filter(Boolean).join('，');
        return { value: resourceId, label: `${now?.name} ${now?.quantity} ${unit}（${where}）` };
      })}
    />
  );
};
