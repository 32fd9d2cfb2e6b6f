import { act, post, read } from '#examples/lifecycle/calls.ts';
import type { ObligationView } from '#shared/contracts/obligations.ts';
import type { RectificationView } from '#shared/contracts/rectification.ts';
import { addDays, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { headerSk } from '#shared/table/aggregate-shape.ts';
import { inspectTable } from '../inspect-table.ts';
import { openedBatch } from '../obligation-story.ts';
import { persistentPerson } from '../persistent-person.ts';
import { awaitRead, provisioningCast, signedLetter } from '../provisioning-story.ts';
import { type KillStage, openKillStage } from './kill-stage.ts';
import { type MatterTraces, type Told as ToldPeople, toldPeople } from './told-people.ts';

const tenant = 'yancheng/dongtai';
const file = { fileName: '监测记录.pdf', content: Buffer.from('%PDF-1.7\n监测').toString('base64') };

interface Start {
  readonly systemId: string;
  /** 部署, whose day is over. */
  readonly obligationId: string;
}
interface Told extends Start {
  readonly id: string;
  readonly workId: string;
}

interface RectificationEnd {
  readonly status: string | undefined;
  readonly said: readonly string[];
  readonly disposals: readonly (readonly unknown[])[];
  readonly work: readonly unknown[];
  readonly duty: readonly unknown[];
  readonly journals: Readonly<Record<'rectification' | 'duty' | 'work', MatterTraces>>;
  readonly told: ToldPeople;
}

/** What all of it has come to, and who was told of it. */
export const rectificationEnd: RectificationEnd = {
  status: 'disposed',
  said: ['extension', 'mended', 'extended', 'notYet'],
  disposals: [['downgrade', true, '已降配。']],
  work: ['done', '已降配。'],
  duty: ['open', true, ['explained', 'accepted']],
  journals: {
    rectification: {
      intact: true,
      events: [
        ...['FindingRecorded', 'WarningIssued', 'StatementFiled', 'DueExtended', 'StatementFiled'],
        ...[
          'MendingFailed',
          'DisposalProposed',
          'DisposalApproved',
          'DisposalExecuted',
          'RectificationEnded',
        ],
      ],
    },
    duty: { intact: true, events: ['ObligationOpened', 'LapseExplained', 'DateSet'] },
    work: { intact: true, events: ['WorkIssued', 'WorkDone'] },
  },
  told: {
    'dongtai-clerk': [
      ...['disposal.decided', 'disposal.executed', 'obligation.judged'],
      ...['rectification.judged', 'rectification.judged', 'rectification.warned'],
    ],
    'dongtai-cdo': [
      ...['disposal.decided', 'disposal.executed'],
      ...['rectification.judged', 'rectification.judged', 'rectification.warned'],
    ],
    'dongtai-leader': ['disposal.toDecide', 'rectification.toReview'],
    'yancheng-authority': ['rectification.copied', 'rectification.copied'],
    'yancheng-operator': [
      ...['disposal.executed', 'obligation.explained', 'rectification.stated', 'rectification.stated'],
    ],
    'yancheng-provider': ['work.issued'],
  },
};

const later = (days: number) => addDays(shanghaiDateOf(new Date()), days);

/** A duty explained and extended, and a warning that ends in the provider's downgrade: each time of a system of its own. */
export const openRectificationStage = (): Promise<KillStage<RectificationEnd>> =>
  openKillStage(async ({ system, inspector, now }) => {
    const cast = await provisioningCast(system, 'dongtai', persistentPerson);
    await signedLetter(cast);
    const { clerk, leader, operator } = cast;
    const { provider } = cast.desks;
    const { tracesOf, toldOf } = await toldPeople(system, tenant, inspector);

    /** Its day is over, without anybody's clock having moved. */
    const fallDue = (journal: string, due: object) =>
      awaitRead(() =>
        inspectTable(now())
          .set({ pk: `T#${tenant}#${journal}`, sk: headerSk }, 'due', due)
          .then(
            () => true,
            () => undefined,
          ),
      );
    const duty = (id: string) => read<ObligationView>(clerk, `/v1/obligations/${id}`);
    const rectification = (id: string) => read<RectificationView>(clerk, `/v1/rectifications/${id}`);

    return {
      prepare: async (): Promise<Start> => {
        const { orderId, systemId } = await openedBatch(cast, [{ quantity: 1 }]);
        const obligationId = `${orderId}-b1-deploy`;
        await awaitRead(() => duty(obligationId));
        await fallDue(`OB#${obligationId}`, {
          dueOn: later(-1),
          provisional: false,
          calendarVersion: '',
        });
        return { systemId, obligationId };
      },
      play: async (start: Start): Promise<Told> => {
        const ofDuty = `/v1/obligations/${start.obligationId}`;
        await act(clerk, ofDuty, 'explanations', { text: '供应商交付推迟。', wantedUntil: later(60) });
        const accepted = { verdict: 'accept', until: later(60), reason: '供应链原因属实。' };
        await act(operator, ofDuty, 'verdicts', accepted);
        const { rectificationId: id } = await post<{ rectificationId: string }>(
          operator,
          '/v1/rectifications',
          {
            systemId: start.systemId,
            kind: 'other',
            reason: '长期闲置。',
            evidence: '监测记录 7 号。',
            file,
          },
        );
        const path = `/v1/rectifications/${id}`;
        await act(leader, path, 'acts', { kind: 'warn', text: '限期整改。' });
        await act(clerk, path, 'acts', { kind: 'state', of: 'extension', text: '等待割接。', file });
        const extended = { kind: 'judge', verdict: 'extended', text: '同意延期。', dueOn: later(60) };
        await act(operator, path, 'acts', extended);
        await act(clerk, path, 'acts', { kind: 'state', of: 'mended', text: '已合并服务。' });
        await act(operator, path, 'acts', { kind: 'judge', verdict: 'notYet', text: '复测不达标。' });
        const { due } = await awaitRead(() => rectification(id));
        await fallDue(`RF#${id}`, {
          dueOn: later(-1),
          provisional: false,
          calendarVersion: '',
          clause: due?.clause ?? '',
        });
        await act(operator, path, 'acts', { kind: 'propose', measure: 'downgrade', text: '逾期未改。' });
        await act(leader, path, 'acts', { kind: 'decide', approved: true, text: '同意降配。' });
        const workId = `${id}-downgrade1`;
        await awaitRead(() => provider.work(workId));
        const answer = await provider.answer(workId, { kind: 'done', evidence: '已降配。' });
        if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
        await awaitRead(
          () => rectification(id),
          ({ status }) => status === 'disposed',
        );
        return { ...start, id, workId };
      },
      readEnd: async ({ id, workId, obligationId }: Told) => {
        const [view, work, owed] = [
          await rectification(id),
          await provider.work(workId),
          await duty(obligationId),
        ];
        const journals = {
          rectification: await tracesOf(`T#${tenant}#RF#${id}`),
          duty: await tracesOf(`T#${tenant}#OB#${obligationId}`),
          work: await tracesOf(`P#yancheng-provider#W#${workId}`),
        };
        return {
          status: view?.status,
          said: [
            ...(view?.statements ?? []).map(({ kind }) => kind),
            ...(view?.judgements ?? []).map(({ verdict }) => verdict),
          ],
          disposals: (view?.disposals ?? []).map(({ measure, decision, executed }) => [
            measure,
            decision?.approved,
            executed?.evidence,
          ]),
          work: [work?.state, work?.task?.done?.evidence],
          duty: [owed?.status, owed?.due?.dueOn === later(60), owed?.moves.map(({ kind }) => kind)],
          journals,
          told: await toldOf([`/rectifications/${id}`, `/obligations/${obligationId}`, `/work/${workId}`]),
        };
      },
    };
  });
