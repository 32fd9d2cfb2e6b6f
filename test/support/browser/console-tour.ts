import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { clientOf, type EmbeddedSystem } from '#examples/embedded-system.ts';
import { awaitStatus, type Cast, decide } from '#examples/play-application.ts';
import { draftOf, submitted } from '#test/support/file-application.ts';
import { awaitObligation, obligationsOf, openedBatch } from '#test/support/obligation-story.ts';
import { awaitRead, deskOf, type ProvisioningCast, signedLetter } from '#test/support/provisioning-story.ts';
import { certifiedShutdown, warnedSystem } from '#test/support/reclamation-story.ts';

/** Cases that the pages of the tour show. */
export interface TourMatters {
  readonly draft: string;
  readonly reviewing: string;
  readonly completed: string;
  /** In the registry. */
  readonly system: string;
  /** 履约事项 of an opened batch. */
  readonly owed: string;
  /** Taken back and certified. */
  readonly reclamation: string;
  /** Warned. */
  readonly rectification: string;
}

/** One page as one person sees it. */
export interface Stop {
  /** As `console-pages.ts` lists it. */
  readonly path: string;
  /** A demo person. */
  readonly user: string;
  readonly at: (matters: TourMatters) => string;
  /** Words that stand on the page once it shows its content. */
  readonly shows: string;
}

const stop = (path: string, user: Stop['user'], at: Stop['at'], shows: string): Stop => ({
  path,
  user,
  at,
  shows,
});

/** Every page of the console, and those that look different to different people more than once. */
export const stops: readonly Stop[] = [
  stop('', 'jianhu-reviewer', () => '/', '的工作台'),
  stop('', 'jianhu-clerk', () => '/', '待办'),
  stop('cases', 'jianhu-clerk', () => '/cases', '信息系统'),
  stop('cases', 'yancheng-operator', () => '/cases?county=jianhu', '信息系统'),
  stop('cases/new', 'jianhu-clerk', () => '/cases/new', '申请政务云资源'),
  stop('cases/new/:kind', 'jianhu-clerk', () => '/cases/new/cloudApplication', '信息系统名称'),
  stop('cases/:caseId', 'jianhu-clerk', ({ draft }) => `/cases/${draft}`, '填写申请材料'),
  stop('cases/:caseId', 'jianhu-reviewer', ({ reviewing }) => `/cases/${reviewing}`, '办理进度'),
  stop('cases/:caseId', 'jianhu-clerk', ({ completed }) => `/cases/${completed}`, '已办结'),
  stop('cases/:caseId/form', 'jianhu-clerk', ({ draft }) => `/cases/${draft}/form`, '填写进度'),
  stop('cases/:caseId/document', 'jianhu-clerk', ({ reviewing }) => `/cases/${reviewing}/document`, '打印'),
  stop('provisioning', 'jianhu-clerk', () => '/provisioning', '批准时间'),
  stop('provisioning', 'yancheng-provider', () => '/provisioning', '工单'),
  stop(
    'provisioning/:orderId',
    'yancheng-operator',
    ({ completed }) => `/provisioning/${completed}`,
    '核定清单',
  ),
  stop('provisioning/:orderId', 'jianhu-clerk', ({ completed }) => `/provisioning/${completed}`, '核定清单'),
  ...(['confirmation', 'letter'] as const).map((kind) =>
    stop(
      'processes/:processId/document',
      'jianhu-clerk',
      ({ completed }) => `/processes/${completed}/document?kind=${kind}`,
      '打印',
    ),
  ),
  stop(
    'processes/:processId/document',
    'jianhu-clerk',
    ({ rectification }) => `/processes/${rectification}/document?kind=warning`,
    '打印',
  ),
  stop(
    'cases/:caseId/document',
    'jianhu-clerk',
    ({ reclamation }) => `/cases/${reclamation}/document`,
    '附件1-5',
  ),
  stop('work/:workId', 'yancheng-provider', ({ completed }) => `/work/${completed}-c`, '待确认的核定清单'),
  stop('obligations', 'jianhu-clerk', () => '/obligations', '完成部署 · 第 1 批'),
  stop('obligations', 'yancheng-operator', () => '/obligations?tenant=yancheng/jianhu', '完成部署 · 第 1 批'),
  stop('obligations', 'yancheng-provider', () => '/obligations', '查看工单'),
  stop('obligations/:obligationId', 'jianhu-clerk', ({ owed }) => `/obligations/${owed}`, '登记完成'),
  stop('obligations/:obligationId', 'yancheng-operator', ({ owed }) => `/obligations/${owed}`, '延期'),
  stop('rectifications', 'jianhu-clerk', () => '/rectifications', '整改期限'),
  stop(
    'rectifications/:rectificationId',
    'jianhu-clerk',
    ({ rectification }) => `/rectifications/${rectification}`,
    '提交整改说明',
  ),
  stop('reclamations', 'jianhu-clerk', () => '/reclamations', '可执行日期'),
  stop(
    'reclamations/:reclamationId',
    'jianhu-clerk',
    ({ reclamation }) => `/reclamations/${reclamation}`,
    '办理过程',
  ),
  stop(
    'reclamations/:reclamationId/certificate',
    'jianhu-clerk',
    ({ reclamation }) => `/reclamations/${reclamation}/certificate`,
    '下载证明文件',
  ),
  stop('work/:workId', 'yancheng-provider', ({ reclamation }) => `/work/${reclamation}-reclaim`, '执行结果'),
  stop('registry', 'jianhu-reviewer', () => '/registry', '信息系统'),
  stop('off-cloud', 'jianhu-clerk', () => '/off-cloud', '卫生应急指挥系统'),
  stop('off-cloud', 'jianhu-reviewer', () => '/off-cloud?kind=cloud', '机房虚拟化平台'),
  stop('registry/:systemId', 'jianhu-clerk', ({ system }) => `/registry/${system}`, '全过程'),
  stop('letter', 'jianhu-cdo', () => '/letter', '文本摘要'),
  stop('admin/letter-text', 'yancheng-tenantadmin', () => '/admin/letter-text', '责任书文本'),
  stop('messages', 'jianhu-clerk', () => '/messages', '消息'),
  stop('desks', 'jianhu-reviewer', () => '/desks', '委托他人代办'),
  stop('desks', 'yancheng-tenantadmin', () => '/desks', '离岗交接'),
  stop('help', 'jianhu-clerk', () => '/help', '查看适用的规则'),
  stop('rules', 'jianhu-clerk', () => '/rules', '规则'),
  stop('', 'yancheng-operator', () => '/', '工作台'),
  stop('admin/message-texts', 'yancheng-tenantadmin', () => '/admin/message-texts', '消息文字'),
  stop('admin', 'yancheng-auditadmin', () => '/admin', '系统管理'),
  stop('admin/people', 'yancheng-auditadmin', () => '/admin/people', '人员与岗位'),
  stop('admin/people', 'yancheng-tenantadmin', () => '/admin/people', '人员与岗位'),
  stop('admin/grants', 'yancheng-tenantadmin', () => '/admin/grants', '授权事项'),
  stop('admin/journal', 'yancheng-auditadmin', () => '/admin/journal', '管理留痕'),
  stop('admin/outbound-hosts', 'yancheng-auditadmin', () => '/admin/outbound-hosts', '外联名单'),
  stop('admin/calendar', 'yancheng-auditadmin', () => '/admin/calendar', '工作日历'),
  stop('admin/tenants', 'yancheng-tenantadmin', () => '/admin/tenants', '县（市、区）'),
  stop('admin/settings', 'yancheng-tenantadmin', () => '/admin/settings', '材料与时限'),
  stop('admin/exports', 'yancheng-tenantadmin', () => '/admin/exports', '整体导出'),
  stop('admin/templates', 'yancheng-tenantadmin', () => '/admin/templates', '公文模板'),
  stop('catalogue', 'jianhu-clerk', () => '/catalogue', '服务目录'),
  stop('catalogue/draft', 'yancheng-operator', () => '/catalogue/draft', '目录草案'),
  stop('catalogue/standards', 'kaifeng-finance', () => '/catalogue/standards', '支出预算标准'),
  stop(
    'catalogue/versions/:version',
    'jianhu-clerk',
    () => '/catalogue/versions/yancheng-2026-05',
    'yancheng-2026-05',
  ),
  stop('*', 'jianhu-clerk', () => '/nowhere', '没有找到这个页面'),
];

/** Paths of the console's own list. Its pages are fetched by the browser alone, so only the list is loaded here. */
export const consolePaths = async (): Promise<readonly string[]> => {
  const list = join(import.meta.dirname, '../../../web/app/console-pages.ts');
  const { consolePages } = (await import(list)) as { consolePages: readonly { readonly path: string }[] };
  return consolePages.map(({ path }) => path);
};

/** What an opened batch owes first. */
const oweOne = async (system: EmbeddedSystem, cast: Cast): Promise<string> => {
  const { clerk, cdo, operator } = cast;
  const provider = await clientOf(system, 'yancheng-provider');
  const people = {
    ...cast,
    desks: { clerk: deskOf(clerk), cdo: deskOf(cdo), operator: deskOf(operator), provider: deskOf(provider) },
  };
  await signedLetter(people);
  const { orderId } = await openedBatch(people, [{ quantity: 1 }]);
  const owed = await awaitObligation(obligationsOf(people.desks.clerk), `${orderId}-b1-deploy`);
  return owed.obligationId;
};

/** One entry of each kind in the register of what is off the cloud. */
const registerOffCloud = async ({ clerk }: Cast): Promise<void> => {
  const entries = [
    { kind: 'system', name: '卫生应急指挥系统', stage: 'existing', fiscal: true, classified: false },
    { kind: 'cloud', name: '机房虚拟化平台', held: 'leased', endsOn: '2026-06-30' },
  ];
  for (const body of entries) await clerk.call('POST', '/v1/off-cloud-entries', { body, key: randomUUID() });
};

/** One case in each of the states that look different. */
export const prepareMatters = async (
  system: EmbeddedSystem,
  cast: ProvisioningCast,
): Promise<TourMatters> => {
  const completed = await submitted(cast);
  await decide(cast.reviewer, completed, 'approve', '配置合理。', ({ quantity }) => quantity - 1 || 1);
  await decide(cast.leader, completed, 'approve', '同意。');
  await decide(cast.operator, completed, 'approve', '复核通过。');
  await awaitStatus(cast.clerk, completed, 'completed');
  const { caseId: draft } = await draftOf(cast.clerk);
  const order = await awaitRead(
    () => deskOf(cast.clerk).order(completed),
    ({ status }) => status === 'confirming',
  );
  await signedLetter(cast);
  await registerOffCloud(cast);
  return {
    completed,
    system: order.systemId,
    owed: await oweOne(system, cast),
    draft,
    reviewing: await submitted(cast),
    reclamation: await certifiedShutdown(cast),
    rectification: await warnedSystem(cast),
  };
};
