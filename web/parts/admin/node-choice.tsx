import { Select } from 'antd';
import { useId } from 'react';
import { useSearchParams } from 'react-router';
import { useTenants } from '../../api/reads.ts';
import { useSignedIn } from '../../auth/signed-in.ts';

const nodeOf = (tenant: string): string => tenant.slice(tenant.indexOf('/') + 1);

/** The node that is looked at, kept in the address bar: an administrator's own, or for the city any of its own. */
export const useChosenNode = (): string => {
  const { membership } = useSignedIn();
  const [address] = useSearchParams();
  const own = nodeOf(membership.tenant);
  return own === '_city' ? (address.get('node') ?? own) : own;
};

/** Which node the city looks at; a county's administrator has only their own. */
export const NodeChoice = () => {
  const { membership } = useSignedIn();
  const tenants = useTenants();
  const chosen = useChosenNode();
  const [, setAddress] = useSearchParams();
  const id = useId();
  if (nodeOf(membership.tenant) !== '_city' || !tenants.data) return null;
  return (
    <div className="node-choice">
      <label htmlFor={id}>市本级或县（市、区）</label>
      <Select
        id={id}
        value={chosen}
        onChange={(node: string) => setAddress({ node })}
        options={tenants.data.items.map((each) => ({
          value: nodeOf(each.id),
          label: each.level === 'city' ? `${each.name}本级` : each.name,
        }))}
      />
    </div>
  );
};
