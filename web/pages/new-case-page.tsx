import { Button, Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import { useCommand } from '../api/commands.ts';
import { ProblemPanel } from '../parts/problem-panel.tsx';

const longestName = 100;

/** 新建申请: the system's name makes the draft; everything else is filled there. */
export const NewCasePage = () => {
  const create = useCommand('createCase');
  const navigate = useNavigate();
  const submit = async ({ systemName }: { readonly systemName: string }) => {
    const answer = await create.mutateAsync({ body: { kind: 'cloudApplication', systemName } });
    await navigate(`/cases/${answer.caseId}/form`, { replace: true });
  };
  return (
    <section className="panel narrow-page">
      <title>新建申请 · 云网通</title>
      <h1>新建政务云资源申请</h1>
      <p className="quiet">
        先登记信息系统名称并生成草稿，再填写申请报告、申请方案等材料，边填边存，可随时离开再继续。
      </p>
      <Form
        layout="vertical"
        requiredMark={false}
        // A refusal is shown below the form; the promise itself need not be awaited.
        onFinish={(values: { readonly systemName: string }) => void submit(values).catch(() => undefined)}
      >
        <Form.Item
          name="systemName"
          label="信息系统名称"
          extra="须与立项、技术审查等材料中的名称逐字一致，空格和全角半角也算。"
          rules={[{ required: true, whitespace: true, message: '请填写信息系统名称' }]}
        >
          <Input maxLength={longestName} showCount autoComplete="off" autoFocus />
        </Form.Item>
        {create.error && <ProblemPanel error={create.error} />}
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          生成草稿
        </Button>
      </Form>
    </section>
  );
};
