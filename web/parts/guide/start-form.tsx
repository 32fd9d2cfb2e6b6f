import { Form, Input, Radio } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import type { KindView } from '#shared/contracts/kinds.ts';
import { useCommand } from '../../api/commands.ts';
import { Button } from '../button.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { SystemChoice } from './system-choice.tsx';

const longestName = 100;

interface Named {
  readonly systemName?: string;
  readonly systemId?: string;
  readonly scale?: 'minor' | 'major';
}

/** What it is about makes the draft; everything else is filled there. */
export const StartForm = ({ kind: { kind, subject } }: { readonly kind: KindView }) => {
  const create = useCommand('createCase');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const submit = async (named: Named) => {
    const answer = await create.mutateAsync({ body: { kind, ...named } });
    await navigate(`/cases/${answer.caseId}/form`, { replace: true });
  };
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      // A refusal is shown below the form; the promise itself need not be awaited.
      onFinish={(named: Named) => void submit(named).catch(() => undefined)}
    >
      {subject.of === 'named' && (
        <Form.Item
          name="systemName"
          label={subject.label}
          extra={subject.help}
          rules={[{ required: true, whitespace: true, message: `请填写${subject.label}` }]}
        >
          <Input maxLength={longestName} showCount autoComplete="off" />
        </Form.Item>
      )}
      {subject.of === 'registered' && (
        <Form.Item
          name="systemId"
          label={subject.label}
          extra={subject.help}
          initialValue={search.get('system') ?? ''}
          rules={[{ required: true, message: `请选择${subject.label}` }]}
        >
          <SystemChoice />
        </Form.Item>
      )}
      {subject.of === 'registered' && subject.majorApart !== undefined && (
        <Form.Item name="scale" label="变更类别" extra={subject.majorApart} initialValue="minor">
          <Radio.Group
            options={[
              { value: 'minor', label: '一般变更' },
              { value: 'major', label: '重大变更' },
            ]}
          />
        </Form.Item>
      )}
      {create.error && <ProblemPanel error={create.error} />}
      <Button type="primary" htmlType="submit" loading={create.isPending}>
        生成草稿，开始填写
      </Button>
    </Form>
  );
};
