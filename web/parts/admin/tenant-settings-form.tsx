import { Radio } from 'antd';
import { useState } from 'react';
import type { SettingsBody } from '#shared/contracts/local-settings.ts';
import type { TenantView } from '#shared/contracts/tenants.ts';
import { useSaveSettings } from '../../api/tenants.ts';
import { Button } from '../button.tsx';
import { ClauseChip } from '../clause-chip.tsx';
import { TableFrame } from '../table-frame.tsx';
import { CommandProblem } from './command-problem.tsx';
import { MaterialEditor } from './material-editor.tsx';
import type { TenantProps } from './tenant-organisations.tsx';
import { ValueRow } from './value-row.tsx';

type Settings = TenantView['settings'];

const bodyOf = (
  { materials, values, reportSeal, resubmission }: Settings,
  ofCity: boolean,
): SettingsBody => ({
  materials: materials.map(({ id, title, help, fileTypes, own }) =>
    own
      ? {
          id,
          title: title.trim(),
          fileTypes: fileTypes as ('pdf' | 'png')[],
          ...(help === undefined ? {} : { help }),
        }
      : { id },
  ),
  values: Object.fromEntries(values.flatMap(({ key, own }) => (own === undefined ? [] : [[key, own]]))),
  ...(ofCity && reportSeal ? { reportSeal: reportSeal.value } : {}),
  ...(resubmission ? { resubmission: resubmission.value } : {}),
});

interface ChoiceProps<Value extends string> {
  readonly title: string;
  readonly chosen: { readonly value: Value; readonly clause: string };
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly help: string;
  readonly editable: boolean;
  readonly onChange: (value: Value) => void;
}

const Choice = <Value extends string>(props: ChoiceProps<Value>) => {
  const { title, chosen, options, help, editable, onChange } = props;
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      <Radio.Group
        aria-label={title}
        disabled={!editable}
        value={chosen.value}
        onChange={({ target }) => onChange(target.value as Value)}
        options={[...options]}
      />
      <p className="quiet small">
        <ClauseChip clause={chosen.clause} /> {help}
      </p>
    </section>
  );
};

/** 材料、时限、盖章方式和补正后的走法 that a tenant may set of its own. */
export const TenantSettingsForm = ({ tenant, node }: TenantProps) => {
  const [settings, setSettings] = useState(tenant.settings);
  const save = useSaveSettings();
  const editable = tenant.mayChange;
  const ofCity = tenant.level === 'city';
  const { reportSeal, resubmission } = settings;
  return (
    <>
      <section className="panel" aria-label="材料清单">
        <h2>材料清单</h2>
        <p className="quiet">
          规定的材料一项不少；可以增加本级要求的材料，使用部门填报、上传和核对时一并适用。
        </p>
        <MaterialEditor
          materials={settings.materials}
          editable={editable}
          onChange={(materials) => setSettings({ ...settings, materials: [...materials] })}
        />
      </section>
      <section className="panel" aria-label="限值与时限">
        <h2>限值与时限</h2>
        <TableFrame label="限值与时限">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">项目</th>
                <th scope="col">规定值或缺省值</th>
                <th scope="col">本地值</th>
              </tr>
            </thead>
            <tbody>
              {settings.values.map((one) => (
                <ValueRow
                  key={one.key}
                  settable={one}
                  editable={editable}
                  onChange={(own) =>
                    setSettings({
                      ...settings,
                      values: settings.values.map(({ own: before, ...each }) => {
                        const kept = each.key === one.key ? own : before;
                        return kept === undefined ? each : { ...each, own: kept };
                      }),
                    })
                  }
                />
              ))}
            </tbody>
          </table>
        </TableFrame>
      </section>
      {reportSeal && (
        <Choice
          title="申请报告的盖章"
          chosen={reportSeal}
          options={[
            { value: 'confirmationSuffices', label: '在系统中确认即可' },
            { value: 'scanRequired', label: '须上传盖章件' },
          ]}
          help="全市统一，由市级确定。"
          editable={editable && ofCity}
          onChange={(value) => setSettings({ ...settings, reportSeal: { ...reportSeal, value } })}
        />
      )}
      {resubmission && (
        <Choice
          title="补正后从哪一步办理"
          chosen={resubmission}
          options={[
            { value: 'fromStart', label: '从本级审核的第一步重新办理' },
            { value: 'toReturner', label: '直接送回退回的步骤' },
          ]}
          help="规定未明确，为本地缺省值。选直接送回的，评估过的内容有改动时仍从第一步重新评估。"
          editable={editable}
          onChange={(value) => setSettings({ ...settings, resubmission: { ...resubmission, value } })}
        />
      )}
      {editable && (
        <div className="grant-foot">
          <Button
            type="primary"
            loading={save.isPending}
            onClick={() =>
              save.mutate({
                params: { node },
                version: tenant.settings.version,
                body: bodyOf(settings, ofCity),
              })
            }
          >
            保存设置
          </Button>
        </div>
      )}
      <CommandProblem error={save.error} />
    </>
  );
};
