import { Link } from 'react-router';
import { useGuide } from '../api/reads.ts';
import { ClauseChip } from '../parts/clause-chip.tsx';
import { GuideMaterials } from '../parts/guide/guide-materials.tsx';
import { GuideSteps } from '../parts/guide/guide-steps.tsx';
import { Notice } from '../parts/notice.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';

const questions = [
  [
    '退回补正后怎么办？',
    '在办件中修改材料后重新送单位确认，再次提交为新的一轮；上一轮的材料和意见都保留。补正后从哪一步办理，见办件页的提示。',
  ],
  [
    '送出后还能修改吗？',
    '单位确认前可以修改，修改后须重新查看再确认；确认提交后材料固定，只能撤回或等待退回补正。',
  ],
  [
    '参考时间是法定期限吗？',
    '不是。条文没有规定审核时限，参考时间是本地默认的服务目标，从次日起按工作日计算。',
  ],
  ['办理结果怎样核验？', '办件页“全程留痕”按先后记录每一步，点“核验留痕”可以检查记录是否完整、有无改动。'],
  ['手机上怎样办理？', '收到办理链接后，用登记的手机接收一次性验证码，即可查看和办理。'],
] as const;

const Guide = () => {
  const guide = useGuide('cloudApplication');
  if (guide.isPending) return <PageSkeleton />;
  if (!guide.data) return <ProblemPanel error={guide.error} onRetry={guide.refetch} />;
  const { title, label, note, clause, steps, materials, ruleTitle } = guide.data;
  return (
    <>
      <section className="panel" aria-labelledby="steps">
        <h2 id="steps">
          {title}的步骤 <span className="quiet small">{label}</span>
        </h2>
        <Notice type="info" title={`《${ruleTitle}》${label}`} description={note} />
        <p>
          <ClauseChip clause={clause} />
        </p>
        <GuideSteps steps={steps} />
      </section>
      <section className="panel" aria-labelledby="help-materials">
        <h2 id="help-materials">申请材料</h2>
        <GuideMaterials materials={materials} />
      </section>
    </>
  );
};

/** 帮助: the steps as articles 14 to 17 give them, materials, and what people ask. */
export const HelpPage = () => (
  <>
    <title>帮助 · 云网通</title>
    <div className="page-head">
      <h1>帮助</h1>
      <Link to="/rules">查看适用的规则</Link>
    </div>
    <Guide />
    <section className="panel" aria-labelledby="questions">
      <h2 id="questions">常见问题</h2>
      <dl className="help-list">
        {questions.map(([question, answer]) => [
          <dt key={question}>{question}</dt>,
          <dd key={answer}>{answer}</dd>,
        ])}
      </dl>
    </section>
  </>
);
