import type { GuideStep, GuideView } from '#shared/contracts/guide.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, isCityTenant } from '#shared/kernel/tenant.ts';
import { materialsFor } from '#shared/regulation/application/materials.ts';
import { type ClauseSummary, clauseSummaries, findSummary } from '#shared/regulation/clause-summaries.ts';
import { applicationRuleTitle, profileOf } from '#shared/regulation/find-profile.ts';
import { mainLine } from '#shared/regulation/order-steps.ts';
import type {
  CaseKind,
  CityProfile,
  CloudApplicationRules,
  Route,
  RouteStep,
} from '#shared/regulation/profile.ts';
import { spanWords } from '#shared/regulation/span-words.ts';
import { isRoleId, labelOfRole } from '#shared/tenancy/roles.ts';

type Guided = Pick<GuideStep, 'title' | 'who' | 'times' | 'inSystem'> & {
  readonly clauses: readonly string[];
};

interface Chart {
  /** The clause that obliges to say what the steps are put together from. */
  readonly clause: string;
  /** Clauses that tell the flow. */
  readonly articles: RegExp;
  readonly label: string;
  readonly note: string;
}

/** By the form whose flow they tell. */
const charts: Readonly<Record<string, Chart>> = {
  /** The issued text has a heading for a flow chart and no chart; these articles tell the flow (yc-cloud-flow-1). */
  'yancheng-cloud-application': {
    clause: 'yc-cloud-flow-1',
    articles: /^yc-cloud-1[4-7]-/,
    label: '根据第十四条至第十七条整理',
    note: '印发文件的附件列有资源申请流程图标题，未附流程图。以下步骤由本系统依据条文整理，不是官方流程图。',
  },
};

/** Of a city whose flow needs no more articles than its route names. */
const chartOfRoute = (clause: string): Chart => ({
  clause,
  articles: /^$/,
  label: '根据条文整理',
  note: '以下步骤由本系统依据条文整理，不是官方流程图。',
});

const roleName = (role: string): string => (isRoleId(role) ? labelOfRole(role) : role);

const guided = ({ clauses, ...step }: Guided): GuideStep => ({
  ...step,
  basis: [...new Set(clauses)].flatMap((id) => {
    const found = findSummary(id);
    return found ? [{ clause: id, article: found.article, summary: found.summary }] : [];
  }),
});

const ofRoute = ({ title, clause, stages }: RouteStep): Guided => ({
  title,
  who: stages.map(({ holder }) => roleName(holder.role)),
  clauses: [clause, ...stages.flatMap(({ serviceTarget }) => serviceTarget?.clause ?? [])],
  times: stages.flatMap((stage) =>
    stage.serviceTarget
      ? [
          {
            title: `${stage.title}办理参考时间`,
            value: spanWords(stage.serviceTarget.value),
            clause: stage.serviceTarget.clause,
            source: stage.serviceTarget.source,
          },
        ]
      : [],
  ),
  inSystem: true,
});

const idsOf = (entries: readonly ClauseSummary[]): readonly string[] => entries.map(({ id }) => id);

/** What the articles ask for before the first step: everything of theirs that no step of the route stands on. */
const preparation = (articles: readonly ClauseSummary[], route: readonly Guided[]): Guided => {
  const taken = new Set(route.flatMap(({ clauses }) => clauses));
  return {
    title: '准备材料并填写申请',
    who: [roleName('department.clerk')],
    clauses: idsOf(articles.filter(({ id, wave }) => wave === 'application' && !taken.has(id))),
    times: [],
    inSystem: true,
  };
};

const afterwards = (articles: readonly ClauseSummary[], { limits }: CloudApplicationRules): Guided => ({
  title: '三方确认、开通、部署和上线',
  who: [roleName('city.cloud.operator'), '使用部门', roleName('provider.engineer')],
  clauses: idsOf(articles.filter(({ wave }) => wave === 'lifecycle')),
  times: (
    [
      ['开通后完成部署', limits.deployWithin],
      ['开通后上线运行', limits.goLiveWithin],
    ] as const
  ).flatMap(([title, limit]) =>
    limit ? [{ title, value: spanWords(limit.value), clause: limit.clause, source: limit.source }] : [],
  ),
  inSystem: false,
});

const stepsOf = (rules: CloudApplicationRules, way: Route, chart: Chart): GuideStep[] => {
  const articles = clauseSummaries.filter(({ id }) => chart.articles.test(id));
  const route = mainLine(way).map(ofRoute);
  return [preparation(articles, route), ...route, afterwards(articles, rules)]
    .map(guided)
    .filter(({ basis }) => basis.length > 0);
};

/** 平台账号, where a unit needs one before it asks. */
const accountOf = (profile: CityProfile, { needsAccount }: CloudApplicationRules) => {
  if (!needsAccount) return {};
  const [found] = Object.entries(profile.kinds).filter(([, rules]) => rules.offered && rules.opensAccount);
  return found?.[1].offered
    ? { account: { kind: found[0], title: found[1].title, clause: needsAccount.clause } }
    : {};
};

/**
 * 办事指南 of a kind in the actor's city: its route's steps, and for Yancheng's application those that articles 14 to 17
 * give, never presented as the official chart (yc-cloud-flow-1).
 */
export const viewGuide = (actor: Pick<Actor, 'tenant'>, kind: CaseKind): Result<GuideView, Refusal> => {
  const profile = profileOf(cityOf(actor.tenant));
  if (!profile) return refuse({ code: 'not-found', detail: '本地区的规则档案尚未启用。' });
  const { ruleVersion } = profile;
  const rules = profile.kinds[kind];
  if (!rules?.offered)
    return refuse({ code: 'not-offered', detail: rules?.reason ?? '本地区没有这类事项。' });
  const applicant = isCityTenant(actor.tenant) ? 'city' : 'county';
  const route = rules.routes.find(({ appliesTo }) => appliesTo.includes(applicant));
  if (!route) return refuse({ code: 'not-offered', detail: '本地区尚未开通此事项。' });
  const chart = charts[rules.form.id] ?? chartOfRoute(rules.clause);
  const own = materialsFor(rules.materials.value, applicant);
  return accept({
    title: rules.title,
    ruleTitle: applicationRuleTitle(profile),
    ruleVersion,
    label: chart.label,
    note: chart.note,
    clause: chart.clause,
    ...accountOf(profile, rules),
    subject: rules.subject,
    steps: stepsOf(rules, route, chart),
    materials: own.map(({ id, title, clause, help, evidence, when, orConfirmation }) => ({
      id,
      title,
      clause,
      ...(help === undefined ? {} : { help }),
      evidence,
      conditional: when !== undefined || orConfirmation === true,
    })),
  });
};
