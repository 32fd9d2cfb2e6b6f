import * as z from 'zod/mini';
import { profileOfRuleVersion } from '#shared/regulation/find-profile.ts';
import type { CloudApplicationRules } from '#shared/regulation/profile.ts';
import type { Holder } from '../domain/case-state.ts';
import { movedWords, postLabel, whyWords } from './describe-move.ts';
import { outcomeLabels } from './explain-move.ts';

const event = z.looseObject({ type: z.string() });
const content = z.looseObject({
  via: z.catch(z.string(), ''),
  actor: z.exactOptional(z.object({ person: z.string(), membership: z.string(), tenant: z.string() })),
  events: z.catch(z.array(event), []),
});
type KeptEvent = z.infer<typeof event>;

export const parseContent = (value: unknown): z.infer<typeof content> => content.parse(value);

const stepTitle = (rules: CloudApplicationRules, id: unknown): string =>
  rules.routes.countyDepartment.steps.find((step) => step.id === id)?.title ?? '办结';

const stageTitle = (rules: CloudApplicationRules, step: unknown, stage: unknown): string => {
  const found = rules.routes.countyDepartment.steps.find(({ id }) => id === step);
  return found?.stages.find(({ id }) => id === stage)?.title ?? '';
};

const ends: Readonly<Record<string, string>> = { rejected: '驳回，办件终止', withdrawn: '撤回，办件终止' };

const ruleTitle = (ruleVersion: string): string => {
  const profile = profileOfRuleVersion(ruleVersion);
  return profile ? `${profile.title} ${profile.version} 版` : ruleVersion;
};

const holder = z.object({ tenant: z.string(), role: z.string() });
const moved = z.catch(
  z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      why: z.array(z.string()),
      calendarVersion: z.string(),
      told: holder,
    }),
  ),
  [],
);

const moveSentence = ({ why, calendarVersion, told, ...move }: z.infer<typeof moved>[number]): string =>
  `办理参考时间${movedWords(move)}（依据${whyWords(why)}，日历 ${calendarVersion}），告知${postLabel(told as Holder)}`;

const sentences: Readonly<Record<string, (kept: KeptEvent, rules: CloudApplicationRules) => string>> = {
  CaseCreated: () => '新建申请草稿',
  ConfirmationRequested: ({ first }) => (first === true ? '送首席数据官确认' : '补正后重新送首席数据官确认'),
  FormSubmitted: ({ round, ruleVersion }) =>
    `确认材料并提交（第 ${String(round)} 轮，适用${ruleTitle(String(ruleVersion))}）`,
  StepOpened: ({ step }, rules) => `进入“${stepTitle(rules, step)}”`,
  TaskOpened: ({ step, stage }, rules) => `待办：${stageTitle(rules, step, stage)}`,
  TaskClosed: ({ outcome }) => `办理：${outcomeLabels[outcome as keyof typeof outcomeLabels] ?? ''}`,
  StepClosed: ({ step, to }, rules) =>
    `“${stepTitle(rules, step)}”结束，${ends[String(to)] ?? `转“${stepTitle(rules, to)}”`}`,
  TargetsRecomputed: ({ targets }) => moved.parse(targets).map(moveSentence).join('；'),
  CaseCompleted: () => '办结',
  CaseWithdrawn: () => '申请单位撤回',
};

/** One Chinese sentence for what a journal entry records. */
export const describeEntry = (events: readonly KeptEvent[], rules: CloudApplicationRules): string =>
  events
    .map((kept) => sentences[kept.type]?.(kept, rules) ?? '')
    .filter((text) => text !== '')
    .join('；');
