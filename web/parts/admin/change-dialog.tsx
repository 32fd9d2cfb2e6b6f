import { Modal } from 'antd';
import { useState } from 'react';
import type { GrantBody, PersonView, RoleView } from '#shared/contracts/people.ts';
import { useGrantCommand } from '../../api/administration.ts';
import { problemAt } from '../problem-at.ts';
import { TextField } from '../text-field.tsx';
import { CommandProblem } from './command-problem.tsx';
import type { ChangeKind } from './person-row.tsx';
import { RoleChoice } from './role-choice.tsx';

const titles: Readonly<Record<ChangeKind, string>> = {
  roles: '提出调整岗位',
  contact: '提出变更联系电话',
  suspend: '提出停用',
  reactivate: '提出恢复启用',
};

const consequences: Readonly<Record<ChangeKind, string>> = {
  roles: '确认后按新岗位办理，原岗位的授权同时失效。',
  contact: '确认后，办理链接和验证码发到新号码。',
  suspend: '确认后，此人立即不能办理，发出的办理链接同时失效；其名下待办由同岗位人员办理。',
  reactivate: '确认后，此人按原岗位恢复办理。',
};

interface ChangeDialogProps {
  readonly person: PersonView;
  readonly kind: ChangeKind;
  /** Posts that the person's organisation may give. */
  readonly offered: readonly RoleView[];
  readonly onClose: () => void;
  readonly onProposed: () => void;
}

/** 提出变更 of what a person is. */
export const ChangeDialog = ({ person, kind, offered, onClose, onProposed }: ChangeDialogProps) => {
  const [roles, setRoles] = useState<readonly string[]>(person.roles.map(({ id }) => id));
  const [phone, setPhone] = useState('');
  const [reason, setReason] = useState('');
  const propose = useGrantCommand('proposeGrant');
  const changeOf = (): GrantBody['change'] => {
    if (kind === 'roles') return { kind, roles: [...roles] };
    return kind === 'contact' ? { kind, phone: phone.trim() } : { kind };
  };
  const lacking =
    reason.trim() === '' ||
    (kind === 'roles' && roles.length === 0) ||
    (kind === 'contact' && phone.trim() === '');
  const submit = () =>
    propose.mutate(
      { body: { membershipId: person.membershipId, change: changeOf(), reason: reason.trim() } },
      { onSuccess: onProposed },
    );
  return (
    <Modal
      open
      title={`${titles[kind]}：${person.name}`}
      okText="提出，送安全管理员确认"
      cancelText="取消"
      onOk={submit}
      onCancel={onClose}
      confirmLoading={propose.isPending}
      okButtonProps={{ disabled: lacking, danger: kind === 'suspend' }}
      mask={{ closable: false }}
    >
      <div className="decide-facts">
        {person.organisation.name} · 现任{person.roles.map(({ label }) => label).join('、')}
        <div>{consequences[kind]}</div>
      </div>
      {kind === 'roles' && <RoleChoice offered={offered} chosen={roles} onChange={setRoles} />}
      {kind === 'contact' && (
        <TextField
          label="新手机号码（必填）"
          value={phone}
          onChange={setPhone}
          maxLength={11}
          inputMode="tel"
          problem={problemAt(propose.error, '/change/phone')}
        />
      )}
      <TextField label="事由（必填）" value={reason} onChange={setReason} maxLength={500} rows={2} />
      <CommandProblem error={propose.error} />
    </Modal>
  );
};
