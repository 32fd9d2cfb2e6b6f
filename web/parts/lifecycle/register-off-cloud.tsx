import { Radio } from 'antd';
import { useState } from 'react';
import { buildStageLabels } from '#shared/contracts/build-stage-labels.ts';
import type { OffCloudItem } from '#shared/contracts/off-cloud.ts';
import { useLifecycleCommand } from '../../api/lifecycle.ts';
import { CheckBox } from '../check-box.tsx';
import { DayField } from '../day-field.tsx';
import { TextField } from '../text-field.tsx';
import { BasisFields, emptyBasis, writtenBasis } from './basis-fields.tsx';
import { CommandDialog } from './command-dialog.tsx';

interface RegisterDialogProps {
  readonly onClose: () => void;
  readonly onRefresh: () => unknown;
}

type Stage = NonNullable<OffCloudItem['stage']>;

const stages = Object.entries(buildStageLabels).map(([value, label]) => ({ value, label }));

/** 登记未上云系统, with its plan or its ground where there is one. */
export const RegisterSystemDialog = ({ onClose, onRefresh }: RegisterDialogProps) => {
  const [name, setName] = useState('');
  const [stage, setStage] = useState<Stage>('existing');
  const [fiscal, setFiscal] = useState(true);
  const [classified, setClassified] = useState(false);
  const [plannedOn, setPlannedOn] = useState('');
  const [basis, setBasis] = useState(emptyBasis);
  const command = useLifecycleCommand('registerOffCloud');
  const written = writtenBasis(basis);
  const half = !written && (basis.document.trim() !== '' || basis.number.trim() !== '');
  return (
    <CommandDialog
      title="登记未上云系统"
      ok="登记"
      command={command}
      lacking={name.trim() === '' || half}
      onOk={() =>
        command.mutate(
          {
            body: {
              kind: 'system',
              name: name.trim(),
              stage,
              fiscal,
              classified,
              ...(plannedOn === '' ? {} : { plannedOn }),
              ...(written ? { basis: written } : {}),
            },
          },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
      onRefresh={onRefresh}
    >
      <TextField label="系统名称" value={name} onChange={setName} maxLength={100} />
      <fieldset className="field">
        <legend className="field-label">建设性质</legend>
        <Radio.Group
          value={stage}
          onChange={({ target }) => setStage(target.value as Stage)}
          options={stages}
        />
      </fieldset>
      <div className="field entry-acts">
        <CheckBox checked={fiscal} onChange={setFiscal}>
          使用财政资金
        </CheckBox>
        <CheckBox checked={classified} onChange={setClassified}>
          涉密系统
        </CheckBox>
      </div>
      <DayField label="计划迁移日期（可以以后填报）" value={plannedOn} onChange={setPlannedOn} />
      <BasisFields value={basis} onChange={setBasis} />
    </CommandDialog>
  );
};

const held = [
  { value: 'own', label: '自有云' },
  { value: 'leased', label: '租用云' },
];

/** 登记自有云 or 租用云, with the end of its term. */
export const RegisterCloudDialog = ({ onClose, onRefresh }: RegisterDialogProps) => {
  const [name, setName] = useState('');
  const [how, setHow] = useState<'own' | 'leased'>('own');
  const [endsOn, setEndsOn] = useState('');
  const command = useLifecycleCommand('registerOffCloud');
  return (
    <CommandDialog
      title="登记自有云、租用云"
      ok="登记"
      command={command}
      lacking={name.trim() === '' || endsOn === ''}
      onOk={() =>
        command.mutate(
          { body: { kind: 'cloud', name: name.trim(), held: how, endsOn } },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
      onRefresh={onRefresh}
    >
      <TextField label="云资源名称" value={name} onChange={setName} maxLength={100} />
      <fieldset className="field">
        <legend className="field-label">持有方式</legend>
        <Radio.Group
          value={how}
          onChange={({ target }) => setHow(target.value as 'own' | 'leased')}
          options={held}
        />
      </fieldset>
      <DayField label={how === 'own' ? '生命周期到期日' : '租期到期日'} value={endsOn} onChange={setEndsOn} />
    </CommandDialog>
  );
};
