import { Modal, Select } from 'antd';
import { useId, useState } from 'react';
import type { PeopleList } from '#shared/contracts/people.ts';
import { useGrantCommand } from '../../api/administration.ts';
import { problemAt } from '../problem-at.ts';
import { TextField } from '../text-field.tsx';
import { CommandProblem } from './command-problem.tsx';
import { RoleChoice } from './role-choice.tsx';

interface EnrolDialogProps {
  readonly organisations: PeopleList['organisations'];
  readonly onClose: () => void;
  readonly onProposed: () => void;
}

const empty = { name: '', personId: '', phone: '', organisation: '', reason: '' };

/** 提出新增人员: nothing stands before the security administrator has confirmed it. */
export const EnrolDialog = ({ organisations, onClose, onProposed }: EnrolDialogProps) => {
  const [written, setWritten] = useState(empty);
  const [roles, setRoles] = useState<readonly string[]>([]);
  const enrol = useGrantCommand('enrolPerson');
  const organisationId = useId();
  const organisation = organisations.find(({ id }) => id === written.organisation);
  const set = (field: keyof typeof empty) => (value: string) =>
    setWritten((before) => ({ ...before, [field]: value }));
  const { name, personId, phone, reason } = written;
  const complete = [name, personId, reason, organisation?.id ?? ''].every((text) => text.trim() !== '');
  const submit = () =>
    enrol.mutate(
      {
        body: {
          name: name.trim(),
          personId: personId.trim(),
          organisation: written.organisation,
          roles: [...roles],
          ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
          reason: reason.trim(),
        },
      },
      { onSuccess: onProposed },
    );
  return (
    <Modal
      open
      title="提出新增人员"
      okText="提出，送安全管理员确认"
      cancelText="取消"
      onOk={submit}
      onCancel={onClose}
      confirmLoading={enrol.isPending}
      okButtonProps={{ disabled: !complete || roles.length === 0 }}
      mask={{ closable: false }}
    >
      <TextField label="姓名（必填）" value={name} onChange={set('name')} maxLength={40} />
      <TextField
        label="登录账号标识（必填）"
        value={personId}
        onChange={set('personId')}
        maxLength={128}
        problem={problemAt(enrol.error, '/personId')}
        hint="此人在统一身份认证中的账号，由身份认证管理人员提供；此人用这个账号登录后即可办理。"
      />
      <TextField
        label="手机号码"
        value={phone}
        onChange={set('phone')}
        maxLength={11}
        inputMode="tel"
        problem={problemAt(enrol.error, '/phone')}
        hint="办理链接和验证码发到这个号码；不登记则只能登录办理。"
      />
      <div className="field">
        <label className="field-label" htmlFor={organisationId}>
          单位（必填）
        </label>
        <Select
          id={organisationId}
          style={{ width: '100%' }}
          value={written.organisation === '' ? null : written.organisation}
          placeholder="请选择单位"
          options={organisations
            .filter((each) => each.roles.length > 0)
            .map((each) => ({ value: each.id, label: each.name }))}
          onChange={(value: string) => {
            set('organisation')(value);
            setRoles([]);
          }}
        />
      </div>
      {organisation && <RoleChoice offered={organisation.roles} chosen={roles} onChange={setRoles} />}
      <TextField
        label="事由（必填）"
        value={reason}
        onChange={set('reason')}
        maxLength={500}
        rows={2}
        hint="写明依据，如任职文件或调整通知。"
      />
      <CommandProblem error={enrol.error} />
    </Modal>
  );
};
