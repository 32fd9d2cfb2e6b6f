import { randomUUID } from 'node:crypto';
import type { ExportList, ExportView } from '#shared/contracts/exports.ts';
import { awaitTrue } from '#test/support/await-true.ts';
import { type Act, acts } from '#test/support/faults/acts.ts';
import { type FaultDesk, openFaultDesk } from '#test/support/faults/fault-desk.ts';
import { travelWith } from '#test/support/faults/journey.ts';
import { opening, reclaiming } from '#test/support/faults/lifecycle-journeys.ts';
import type { RunningSystem } from '#test/support/runtime.ts';
import { type ChargeBook, openChargeBook } from './charge-book.ts';
import { type ActionRow, rowOf, type StoryMeasured } from './measure-story.ts';
import { addWeighed, metricsIn, timesWeighed, type Weighed, watchOf, weighCharges } from './weigh-watch.ts';

interface LifeAction {
  readonly row: ActionRow;
  readonly weighed: Weighed;
}

/** A part of a resource's life, all requests of it together. */
export interface LifePhase {
  readonly phase: string;
  /** How often each operation is asked. */
  readonly mix: Readonly<Record<string, number>>;
  readonly states: number;
  readonly weighed: Weighed;
}

/** A county's whole export, with looks at its list until it is done. */
export interface ExportMeasured {
  readonly weighed: Weighed;
  readonly cases: number;
}

export interface LifeMeasured {
  /** Each operation of the contexts behind an approval, asked once. */
  readonly rows: readonly ActionRow[];
  readonly phases: readonly LifePhase[];
  /** States from the draft to the first billed day. */
  readonly statesToFirstBill: number;
  readonly export: ExportMeasured;
  /** Custom metrics that all this wrote. */
  readonly metrics: readonly string[];
}

const contexts = ['provisioning', 'obligations', 'reclamation', 'registry'];
const isOfLife = ({ functionName }: Act): boolean =>
  contexts.some((context) => functionName === `yunwangtong-${context}`);

const ordersMachine = 'yunwangtong-provisioning-orders';
const reclamationsMachine = 'yunwangtong-reclamations';

/** What people ask in each part, and the pages that they look at; a change is an application of its own beside it. */
const openingMix = { getOrder: 6, confirmOrder: 2, getWorkOrder: 2, answerWorkOrder: 2, planBatch: 1 };
const useMix = {
  depositCredentials: 1,
  collectCredentials: 1,
  listObligations: 4,
  getObligation: 4,
  performObligation: 4,
  getSystem: 4,
};
const changeMix = { getOrder: 1, getWorkOrder: 1, answerWorkOrder: 1 };
const rectificationMix = { recordFinding: 1, getRectification: 6, actOnRectification: 5 };
const reclamationMix = { getReclamation: 4, getWorkOrder: 2, answerWorkOrder: 2, getCertificate: 1 };

const weighAct = async (desk: FaultDesk, book: ChargeBook, act: Act): Promise<LifeAction> => {
  const action = await act.story?.(desk);
  if (!action) throw new Error(`${act.id} has no story`);
  await book.record(act.id, async () => {
    const sent = { ...action.sent, ...(act.keyed && { key: randomUUID() }) };
    const heard = await desk.send(action.by, act.method, action.path, sent);
    if (heard.status !== act.status) throw new Error(`${act.id}: ${heard.status} ${heard.text}`);
  });
  const entry = book.entries.at(-1);
  return { row: rowOf(act.id, entry ? [entry] : []), weighed: weighCharges(entry?.charges ?? []) };
};

const weighExport = async (desk: FaultDesk, book: ChargeBook): Promise<ExportMeasured> => {
  const by = await desk.as('dafeng-tenantadmin');
  let newest: ExportView | undefined;
  await book.record('整体导出', async () => {
    const body = { node: 'dafeng', personal: false };
    await desk.must(by, 'POST', '/v1/exports', { body, key: randomUUID() });
    const done = async () => {
      [newest] = (await desk.must<ExportList>(by, 'GET', '/v1/exports?node=dafeng')).items;
      return newest?.state === 'done';
    };
    await awaitTrue('the county is exported', done, 60_000, 1_000);
  });
  return { weighed: weighCharges(book.entries.at(-1)?.charges ?? []), cases: newest?.cases ?? 0 };
};

/** States of the newest execution that a machine has ended. */
const statesOf = async (desk: FaultDesk, machine: string): Promise<number> => {
  const ended = (await desk.inspector.executions('', machine)).filter(({ status }) => status === 'SUCCEEDED');
  const entered = ended.map((execution) => execution.entered.length);
  if (entered.length === 0) throw new Error(`${machine} has ended nothing`);
  return Math.max(...entered);
};

/** What follows an approval: each operation weighed by itself, and a whole life by a fixed mix of them. */
export const measureLife = async (running: RunningSystem, story: StoryMeasured): Promise<LifeMeasured> => {
  const desk = await openFaultDesk(running);
  const book = await openChargeBook(running.control);
  const weighed = new Map<string, LifeAction>();
  try {
    for (const act of acts.filter(isOfLife)) weighed.set(act.id, await weighAct(desk, book, act));
    const exported = await weighExport(desk, book);
    await book.close();
    await travelWith(desk, opening);
    await travelWith(desk, reclaiming);
    const opened = await statesOf(desk, ordersMachine);
    const reclaimed = await statesOf(desk, reclamationsMachine);
    const machine = (states: number): Weighed => {
      const bytes = (story.machineBytes / story.states) * states;
      return { amounts: { stateTransition: states }, watch: watchOf([], bytes) };
    };
    const phaseOf = (phase: string, mix: Readonly<Record<string, number>>, states: number): LifePhase => {
      const asked = Object.entries(mix).map(([id, times]) => {
        const known = weighed.get(id);
        if (!known) throw new Error(`${id} was not weighed`);
        return timesWeighed(known.weighed, times);
      });
      return { phase, mix, states, weighed: addWeighed(...asked, machine(states)) };
    };
    const application = { mix: {}, states: story.states, weighed: story };
    return {
      rows: [...weighed.values()].map(({ row }) => row),
      phases: [
        { phase: '申请（一次补正）', ...application },
        phaseOf('开通到首个计费日', openingMix, opened),
        phaseOf('交付和履约', useMix, 0),
        { phase: '变更的申请', ...application },
        // Nobody confirms what is in use already: the machine passes that state by.
        phaseOf('变更的执行', changeMix, opened - 1),
        phaseOf('整改', rectificationMix, 0),
        phaseOf('回收到关停证明', reclamationMix, reclaimed),
      ],
      statesToFirstBill: story.states + opened,
      export: exported,
      metrics: metricsIn(book.entries.flatMap(({ charges }) => charges)),
    };
  } finally {
    desk.close();
  }
};
