import { Input } from 'antd';
import { useState } from 'react';
import type { TenantView } from '#shared/contracts/tenants.ts';
import { useTenantCommand } from '../../api/tenants.ts';
import { Button } from '../button.tsx';
import { CommandProblem } from './command-problem.tsx';

export interface TenantProps {
  readonly tenant: TenantView;
  readonly node: string;
}

const kinds = {
  authority: '主管部门',
  operator: '运行管理机构',
  department: '使用部门',
  provider: '服务商',
  finance: '财政部门',
};

/** 单位 of a tenant, and a using department, or a provider with its contract, to be added. */
export const TenantOrganisations = ({ tenant, node }: TenantProps) => {
  const [name, setName] = useState('');
  const [contract, setContract] = useState('');
  const add = useTenantCommand('addOrganisation');
  const submit = () =>
    add.mutate(
      {
        params: { node },
        body: {
          name: name.trim(),
          ...(contract.trim() === '' ? {} : { kind: 'provider', contract: contract.trim() }),
        },
      },
      {
        onSuccess: () => {
          setName('');
          setContract('');
        },
      },
    );
  return (
    <section className="panel" aria-label="单位">
      <h2>单位</h2>
      <ul className="ruled-list">
        {tenant.organisations.map(({ id, name: called, kind, contract: under }) => (
          <li key={id}>
            {called}{' '}
            <span className="quiet small">
              {kinds[kind]}
              {under !== undefined && ` · 采购合同 ${under}`}
            </span>
          </li>
        ))}
      </ul>
      {tenant.mayChange && (
        <div className="admin-tools">
          <Input
            aria-label="单位全称"
            placeholder="单位全称"
            maxLength={60}
            className="admin-search"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <Input
            aria-label="采购合同编号（服务商填写）"
            placeholder="采购合同编号（服务商填写）"
            maxLength={80}
            className="admin-search"
            value={contract}
            onChange={({ target }) => setContract(target.value)}
          />
          <Button onClick={submit} loading={add.isPending} disabled={name.trim() === ''}>
            {contract.trim() === '' ? '增加使用部门' : '增加服务商'}
          </Button>
        </div>
      )}
      <CommandProblem error={add.error} />
    </section>
  );
};
