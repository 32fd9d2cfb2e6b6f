import { Input, Modal } from 'antd';
import { useState } from 'react';
import type { MatterList } from '#shared/contracts/tenants.ts';
import { useTenantCommand } from '../../api/tenants.ts';
import { TextField } from '../text-field.tsx';
import { CommandProblem } from './command-problem.tsx';

interface OpenCountyDialogProps {
  readonly roles: MatterList['firstRoles'];
  readonly onClose: () => void;
}

const empty = { node: '', name: '', authority: '', departments: '', reason: '' };
const nobody = { personId: '', name: '', phone: '' };
type Person = typeof nobody;
const parts = [
  ['name', '姓名', 40],
  ['personId', '登录账号标识', 128],
  ['phone', '手机号码', 11],
] as const;

/** 提出开通县（市、区）: its authority, its departments and everybody who is there from the first day. */
export const OpenCountyDialog = ({ roles, onClose }: OpenCountyDialogProps) => {
  const [written, setWritten] = useState(empty);
  const [people, setPeople] = useState<Readonly<Record<string, Person>>>({});
  const propose = useTenantCommand('proposeTenantMatter');
  const set = (field: keyof typeof empty) => (value: string) =>
    setWritten((before) => ({ ...before, [field]: value }));
  const personIn = (role: string): Person => people[role] ?? nobody;
  const { node, name, authority, departments, reason } = written;
  const complete =
    [node, name, authority, reason].every((text) => text.trim() !== '') &&
    roles.every(({ id }) => Object.values(personIn(id)).every((text) => text.trim() !== ''));
  const submit = () =>
    propose.mutate(
      {
        body: {
          change: {
            kind: 'open',
            node: node.trim(),
            name: name.trim(),
            authority: authority.trim(),
            departments: departments
              .split('\n')
              .map((line) => line.trim())
              .filter(Boolean),
            people: roles.map(({ id }) => ({ role: id, ...personIn(id) })),
          },
          reason: reason.trim(),
        },
      },
      { onSuccess: onClose },
    );
  return (
    <Modal
      open
      width={720}
      title="提出开通县（市、区）"
      okText="提出，送安全管理员确认"
      cancelText="取消"
      onOk={submit}
      onCancel={onClose}
      confirmLoading={propose.isPending}
      okButtonProps={{ disabled: !complete }}
      mask={{ closable: false }}
    >
      <TextField label="名称（必填）" value={name} onChange={set('name')} maxLength={20} />
      <TextField
        label="节点编号（必填）"
        value={node}
        onChange={set('node')}
        maxLength={31}
        hint="小写拼音，如 dafeng；地址和接口中的办件标识以它开头，开通后不能更改。"
      />
      <TextField
        label="政务云主管部门（必填）"
        value={authority}
        onChange={set('authority')}
        maxLength={60}
        hint="由该县（市、区）明确；本地使用部门的申请由它办理。"
      />
      <TextField
        label="使用部门"
        value={departments}
        onChange={set('departments')}
        maxLength={480}
        rows={2}
        hint="一行一个，最多 8 个；以后可以再增加。"
      />
      <fieldset className="field">
        <legend className="field-label">首批人员（必填，各由不同的人担任）</legend>
        {roles.map(({ id, label }) => (
          <div key={id} className="first-person">
            <span>{label}</span>
            {parts.map(([part, words, max]) => (
              <Input
                key={part}
                aria-label={`${label}的${words}`}
                placeholder={words}
                maxLength={max}
                autoComplete="off"
                value={personIn(id)[part]}
                onChange={({ target }) =>
                  setPeople({ ...people, [id]: { ...personIn(id), [part]: target.value.trim() } })
                }
              />
            ))}
          </div>
        ))}
      </fieldset>
      <TextField label="事由（必填）" value={reason} onChange={set('reason')} maxLength={500} rows={2} />
      <CommandProblem error={propose.error} />
    </Modal>
  );
};
