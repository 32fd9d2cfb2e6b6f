import { Button, Form, Input } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { ListedCase } from '#shared/contracts/case-lists.ts';
import type { GuideView } from '#shared/contracts/guide.ts';
import { useCommand } from '../api/commands.ts';
import { itemsOf, useCases, useGuide } from '../api/reads.ts';
import { useSignedIn } from '../auth/signed-in.ts';
import { ClauseChip } from '../parts/clause-chip.tsx';
import { GuideMaterials } from '../parts/guide/guide-materials.tsx';
import { Notice } from '../parts/notice.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import '../parts/guide/guide.css';

const longestName = 100;
const over: ReadonlySet<ListedCase['status']> = new Set(['draft', 'completed', 'rejected', 'withdrawn']);

/** What people will be able to ask for later; named so that nobody looks for it in vain. */
const later = [
  ['变更已开通的资源', '增加、减少或调整已开通的云资源'],
  ['停用和退还资源', '系统下线或资源闲置时退还'],
  ['非财政保障项目用云', '须先“一事一议”审议通过'],
  ['接入电子政务外网', '单位、线路和地址的接入、变更'],
] as const;

const UnderWay = () => {
  const cases = useCases({});
  if (!cases.data) return null;
  const items = itemsOf(cases.data);
  const count = items.filter(({ status }) => !over.has(status)).length;
  const drafts = items.filter(({ status }) => status === 'draft').length;
  return (
    <p>
      本单位在办 <strong>{count}</strong> 件，草稿 <strong>{drafts}</strong> 件
      {cases.hasNextPage && '（最近 20 件中）'}，<Link to="/cases">查看办件</Link>
    </p>
  );
};

/** The system's name makes the draft; everything else is filled there. */
const StartForm = () => {
  const create = useCommand('createCase');
  const navigate = useNavigate();
  const submit = async ({ systemName }: { readonly systemName: string }) => {
    const answer = await create.mutateAsync({ body: { kind: 'cloudApplication', systemName } });
    await navigate(`/cases/${answer.caseId}/form`, { replace: true });
  };
  return (
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
        <Input maxLength={longestName} showCount autoComplete="off" />
      </Form.Item>
      {create.error && <ProblemPanel error={create.error} />}
      <Button type="primary" htmlType="submit" loading={create.isPending}>
        生成草稿，开始填写
      </Button>
    </Form>
  );
};

/** 平台账号: of the unit itself, so it names no system. */
const AccountForm = ({ account }: { readonly account: NonNullable<GuideView['account']> }) => {
  const create = useCommand('createCase');
  const navigate = useNavigate();
  const submit = async () => {
    const answer = await create.mutateAsync({ body: { kind: 'platformAccount' } });
    await navigate(`/cases/${answer.caseId}/form`, { replace: true });
  };
  return (
    <section className="panel" aria-labelledby="account">
      <h2 id="account">{account.title}</h2>
      <p className="quiet">
        本单位还没有平台账号的，先申请账号，开通后再申请资源。 <ClauseChip clause={account.clause} short />
      </p>
      {create.error && <ProblemPanel error={create.error} />}
      <Button loading={create.isPending} onClick={() => void submit().catch(() => undefined)}>
        生成账号申请草稿
      </Button>
    </section>
  );
};

const CloudApplication = () => {
  const guide = useGuide();
  const { membership } = useSignedIn();
  if (guide.isPending) return <PageSkeleton />;
  if (!guide.data) return <ProblemPanel error={guide.error} onRetry={guide.refetch} />;
  const clerk = membership.roles.includes('department.clerk');
  const times = guide.data.steps.filter(({ inSystem }) => inSystem).flatMap((step) => step.times);
  return (
    <div className="apply-grid">
      <section className="panel" aria-labelledby="cloud">
        <h2 id="cloud">申请政务云资源</h2>
        <p className="quiet">
          新系统上云、把已有系统迁到云上，或给云上系统增加云主机、存储、数据库、网络和安全服务。
        </p>
        <UnderWay />
        {clerk ? (
          <StartForm />
        ) : (
          <Notice type="info" title="申请由使用部门经办人填写，请与本单位经办人联系。" />
        )}
      </section>
      {clerk && guide.data.account && <AccountForm account={guide.data.account} />}
      <section className="panel" aria-labelledby="needed">
        <h2 id="needed">需要准备什么，多久办完</h2>
        <GuideMaterials materials={guide.data.materials} />
        <p>
          {times.map(({ title, value }) => `${title.replace('办理参考时间', '')} ${value}`).join('，')}
          <span className="quiet">（条文未定数值，本地默认的参考时间）</span>
        </p>
        <Link to="/help">查看全部步骤和依据</Link>
      </section>
    </div>
  );
};

/** 我要申请: what one can ask for, in words people use; what comes later is named as coming. */
export const NewCasePage = () => (
  <>
    <title>我要申请 · 云网通</title>
    <div className="page-head">
      <h1>我要申请</h1>
    </div>
    <CloudApplication />
    <section aria-labelledby="later">
      <h2 id="later" className="block-title">
        后续开放
      </h2>
      <ul className="apply-later">
        {later.map(([title, words]) => (
          <li key={title}>
            <strong>{title}</strong>
            <div className="quiet small">{words}。目前请按原方式办理。</div>
          </li>
        ))}
      </ul>
    </section>
  </>
);
