import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import type { SettingsBody } from '#shared/contracts/local-settings.ts';
import type { TenantView } from '#shared/contracts/tenants.ts';
import { useSaveSettings, useTenant, useTenantCommand } from '../../api/tenants.ts';
import { CommandProblem } from '../../parts/admin/command-problem.tsx';
import { MaterialEditor } from '../../parts/admin/material-editor.tsx';
import { NodeChoice, useChosenNode } from '../../parts/admin/node-choice.tsx';
import { ValueRow } from '../../parts/admin/value-row.tsx';
import { ClauseChip } from '../../parts/clause-chip.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';

interface TenantProps {
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

const Organisations = ({ tenant, node }: TenantProps) => {
  const [name, setName] = useState('');
  const add = useTenantCommand('addOrganisation');
  const submit = () =>
    add.mutate({ params: { node }, body: { name: name.trim() } }, { onSuccess: () => setName('') });
  return (
    <section className="panel" aria-label="单位">
      <h2>单位</h2>
      <ul className="ruled-list">
        {tenant.organisations.map(({ id, name: called, kind }) => (
          <li key={id}>
            {called} <span className="quiet small">{kinds[kind]}</span>
          </li>
        ))}
      </ul>
      {tenant.mayChange && (
        <div className="admin-tools">
          <Input
            aria-label="使用部门全称"
            placeholder="使用部门全称"
            maxLength={60}
            className="admin-search"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <Button onClick={submit} loading={add.isPending} disabled={name.trim() === ''}>
            增加使用部门
          </Button>
        </div>
      )}
      <CommandProblem error={add.error} />
    </section>
  );
};

type Settings = TenantView['settings'];

const bodyOf = ({ materials, values, reportSeal }: Settings, ofCity: boolean): SettingsBody => ({
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
});

const Seal = ({
  settings,
  editable,
  onChange,
}: {
  readonly settings: Settings;
  readonly editable: boolean;
  readonly onChange: (settings: Settings) => void;
}) => {
  const { reportSeal } = settings;
  if (!reportSeal) return null;
  return (
    <section className="panel" aria-label="申请报告的盖章">
      <h2>申请报告的盖章</h2>
      <Radio.Group
        aria-label="申请报告的盖章"
        disabled={!editable}
        value={reportSeal.value}
        onChange={({ target }) =>
          onChange({ ...settings, reportSeal: { ...reportSeal, value: target.value } })
        }
        options={[
          { value: 'confirmationSuffices', label: '在系统中确认即可' },
          { value: 'scanRequired', label: '须上传盖章件' },
        ]}
      />
      <p className="quiet small">
        <ClauseChip clause={reportSeal.clause} /> 全市统一，由市级确定。
      </p>
    </section>
  );
};

const SettingsForm = ({ tenant, node }: TenantProps) => {
  const [settings, setSettings] = useState(tenant.settings);
  const save = useSaveSettings();
  const editable = tenant.mayChange;
  const ofCity = tenant.level === 'city';
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
      <Seal settings={settings} editable={editable && ofCity} onChange={setSettings} />
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

const NodeSettings = ({ node }: { readonly node: string }) => {
  const tenant = useTenant(node);
  if (tenant.isPending) return <PageSkeleton />;
  if (!tenant.data) return <ProblemPanel error={tenant.error} onRetry={tenant.refetch} />;
  const { data } = tenant;
  return (
    <>
      {data.settings.version > 0 && (
        <p className="quiet small">本地设置第 {data.settings.version} 版，保存后对新送出的材料立即适用。</p>
      )}
      {data.suspendedAt !== undefined && <Notice type="warning" title={`${data.name}已暂停使用`} />}
      <Organisations tenant={data} node={node} />
      <SettingsForm key={data.settings.version} tenant={data} node={node} />
    </>
  );
};

/** 材料与时限: what a tenant has set of its own within the rules. */
export const SettingsPage = () => {
  const node = useChosenNode();
  return (
    <>
      <title>材料与时限 · 云网通</title>
      <div className="page-head">
        <h1>材料与时限</h1>
      </div>
      <p className="quiet">本地设置只能比规定更严；放宽规定的会被退回，并注明依据的条款。</p>
      <NodeChoice />
      <NodeSettings key={node} node={node} />
    </>
  );
};
