import * as z from 'zod/mini';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import { applicationRuleTitle, profileOfRuleVersion } from '#shared/regulation/find-profile.ts';
import type { Route } from '#shared/regulation/profile.ts';
import type { Holder } from '../domain/case-state.ts';
import { movedWords, whyWords } from './describe-move.ts';
import { outcomeLabels } from './explain-move.ts';
import { reseatedWords, roleLabel } from './view-labels.ts';

const event = z.looseObject({ type: z.string() });
const content = z.looseObject({
  via: z.catch(z.string(), ''),
  actor: z.exactOptional(z.object({ person: z.string(), membership: z.string(), tenant: tenantId })),
  events: z.catch(z.array(event), []),
});
type KeptEvent = z.infer<typeof event>;

export const parseContent = (value: unknown): z.infer<typeof content> => content.parse(value);

const stepTitle = (route: Route, id: unknown): string =>
  route.steps.find((step) => step.id === id)?.title ?? '办结';

const stageTitle = (route: Route, step: unknown, stage: unknown): string => {
  const found = route.steps.find(({ id }) => id === step);
  return found?.stages.find(({ id }) => id === stage)?.title ?? '';
};

const ends: Readonly<Record<string, string>> = { rejected: '驳回，办件终止', withdrawn: '撤回，办件终止' };

const ruleTitle = (ruleVersion: string): string => {
  const profile = profileOfRuleVersion(ruleVersion);
  return profile ? `${applicationRuleTitle(profile)} ${profile.version} 版` : ruleVersion;
};

const explained = z.catch(z.array(z.object({ purchase: z.int() })), []);

/** For which purchases a reviewer told why they are none of what the catalogue offers. */
const reasonWords = (kept: unknown): string => {
  const rows = explained.parse(kept).map(({ purchase }) => purchase);
  return rows.length === 0 ? '' : `，说明另行采购第 ${rows.join('、')} 项与目录产品不等同的理由`;
};

const reminderWords = (day: number): string => {
  if (day < 0) return `参考时间前 ${-day} 个工作日提醒办理人`;
  return day === 0 ? '参考时间当日提醒办理人' : `超过参考时间 ${day} 个工作日，提醒办理人`;
};

const holder = z.object({ tenant: z.string(), role: z.string() });
const reseating = z.object({ role: z.string(), why: z.enum(['makers', 'left']) });
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
  `办理参考时间${movedWords(move)}（依据${whyWords(why)}，日历 ${calendarVersion}），告知${roleLabel((told as Holder).role)}`;

const transfers: Readonly<Record<string, string>> = {
  left: '离岗交接给同岗位人员',
  postEnded: '原承办人已不在岗，待办退回岗位',
};

const reseatedNote = (from: unknown, to: unknown): string => {
  const [meant, given] = [reseating.safeParse(from), holder.safeParse(to)];
  return meant.success && given.success ? `（${reseatedWords(meant.data, given.data.role)}）` : '';
};

const sentences: Readonly<Record<string, (kept: KeptEvent, route: Route) => string>> = {
  CaseCreated: () => '新建申请草稿',
  ConfirmationRequested: ({ first }, route) =>
    `${first === true ? '' : '补正后重新'}送${route.steps.find(({ id }) => id === 'unitConfirmation')?.stages[0]?.title ?? '单位确认'}`,
  FormSubmitted: ({ round, ruleVersion }) =>
    `确认材料并提交（第 ${String(round)} 轮，适用${ruleTitle(String(ruleVersion))}）`,
  StepOpened: ({ step }, route) => `进入“${stepTitle(route, step)}”`,
  TaskOpened: ({ step, stage, holder: to, reseated: from }, route) =>
    `待办：${stageTitle(route, step, stage)}${reseatedNote(from, to)}`,
  TaskClosed: ({ outcome, nonEquivalence }) =>
    `办理：${outcomeLabels[outcome as keyof typeof outcomeLabels] ?? ''}${reasonWords(nonEquivalence)}`,
  ScaleJudged: ({ scale }) => `认定为${scale === 'major' ? '重大' : '一般'}变更`,
  StepClosed: ({ step, to }, route) =>
    `“${stepTitle(route, step)}”结束，${ends[String(to)] ?? `转“${stepTitle(route, to)}”`}`,
  TaskReminded: ({ day, escalated }) =>
    `${reminderWords(Number(day))}${escalated === true ? '，并告知负责人' : ''}`,
  ReminderMoved: () => '工作日历有调整，重新确定提醒时间',
  TargetsRecomputed: ({ targets }) => moved.parse(targets).map(moveSentence).join('；'),
  TaskTransferred: ({ cause }) => transfers[String(cause)] ?? '转办给同岗位人员',
  TaskUrged: () => '催办',
  StagesPlanned: () => '加签',
  StageReopened: () => '退回本环节前一步骤，办完直接返回',
  CaseCopied: () => '抄送',
  CommentAdded: ({ files }) =>
    Array.isArray(files) && files.length > 0 ? `附言，附文件 ${files.length} 个` : '附言',
  ActRecorded: ({ title }) => `登记办后事项：${String(title)}`,
  CaseCompleted: () => '办结',
  CaseWithdrawn: () => '申请单位撤回',
  AccountClaimed: () => '申请政务云管理平台账号',
  AccountOpened: () => '平台账号开通',
  AccountReleased: () => '平台账号申请终止',
};

const absentOf = ({ onBehalfOf }: KeptEvent): readonly string[] =>
  typeof onBehalfOf === 'string' ? [onBehalfOf] : [];

/** Memberships for whom somebody else acted in an entry. */
export const absentIn = (events: readonly KeptEvent[]): readonly string[] => events.flatMap(absentOf);

/** One Chinese sentence for what a journal entry records. @param nameOf a member's present name */
export const describeEntry = (
  events: readonly KeptEvent[],
  route: Route,
  nameOf: (membership: string) => string | undefined,
): string =>
  events
    .map((kept) => {
      const text = sentences[kept.type]?.(kept, route) ?? '';
      const [absent] = absentOf(kept);
      return absent === undefined ? text : `代${nameOf(absent) ?? absent}${text}`;
    })
    .filter((text) => text !== '')
    .join('；');
