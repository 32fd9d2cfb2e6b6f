import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import type { OrderEvent } from './order-events.ts';
import type { Order, Unit } from './order-state.ts';
import { settleBatch } from './settle-batch.ts';

/** What the provider says of units: opened with evidence, or not to be opened and why. */
export interface UnitReport {
  readonly opened: readonly {
    readonly unitId: string;
    readonly instanceId: string;
    readonly addresses: readonly string[];
  }[];
  readonly failed: readonly { readonly unitId: string; readonly reason: string }[];
}

/** A unit after the report; undefined when the report says nothing new of it. */
const reported = (unit: Unit, { opened, failed }: UnitReport): Unit | undefined => {
  if (unit.state === 'opened' || unit.state === 'released') return undefined;
  const { failure: _failure, ...rest } = unit;
  const done = opened.find(({ unitId }) => unitId === unit.unitId);
  if (done) return { ...rest, state: 'opened', instanceId: done.instanceId, addresses: done.addresses };
  const not = failed.find(({ unitId }) => unitId === unit.unitId);
  if (!not || not.reason === unit.failure) return undefined;
  return { ...rest, state: unit.state === 'releasing' ? 'releasing' : 'failed', failure: not.reason };
};

/** The units that a report changes; asked again, late or out of order it changes nothing that is opened. */
export const changedUnits = (units: readonly Unit[], report: UnitReport): readonly Unit[] =>
  units.flatMap((unit) => reported(unit, report) ?? []);

/** Carries a provider's report into its order. */
export const reportUnits = (order: Order, no: number, report: UnitReport): readonly OrderEvent[] => {
  const batch = order.batches.find((one) => one.no === no);
  const units = batch ? changedUnits(batch.units, report) : [];
  return units.length === 0 ? [] : settleBatch(order, no, [{ type: 'UnitsReported', no, units }]);
};

const unitProblems = (
  units: ReadonlyMap<string, Unit>,
  unitId: string,
  pointer: string,
  seen: Set<string>,
): FieldRefusal[] => {
  const unit = units.get(unitId);
  if (!unit) return [{ pointer, code: 'unknown-unit', message: `工单没有资源 ${unitId}，请核对编号。` }];
  if (seen.has(unitId))
    return [{ pointer, code: 'twice', message: `资源 ${unitId} 写了两次，请只保留一次。` }];
  seen.add(unitId);
  if (unit.state === 'opened' || unit.state === 'released')
    return [
      {
        pointer,
        code: 'unit-settled',
        message: `资源 ${unitId} 已${unit.state === 'opened' ? '开通' : '退回'}，请从回报中去掉。`,
      },
    ];
  return [];
};

/** Why a report is not taken: unknown, repeated or settled units, an instance named twice, a host without an address. */
export const reportProblems = (
  units: readonly Unit[],
  hosts: ReadonlySet<number>,
  { opened, failed }: UnitReport,
): readonly FieldRefusal[] => {
  const known = new Map(units.map((unit) => [unit.unitId, unit]));
  const taken = new Set(units.flatMap(({ instanceId }) => instanceId ?? []));
  const seen = new Set<string>();
  const ofOpened = opened.flatMap(({ unitId, instanceId, addresses }, index) => {
    const pointer = `/opened/${index}`;
    const unit = known.get(unitId);
    const twice = taken.has(instanceId);
    taken.add(instanceId);
    return [
      ...unitProblems(known, unitId, `${pointer}/unitId`, seen),
      ...(twice
        ? [
            {
              pointer: `${pointer}/instanceId`,
              code: 'instance-taken',
              message: `实例 ${instanceId} 已用于另一个资源，请核对。`,
            },
          ]
        : []),
      ...(unit && hosts.has(unit.lineNo) && addresses.length === 0
        ? [
            {
              pointer: `${pointer}/addresses`,
              code: 'address-required',
              message: '云主机至少要有一个 IP 地址，请补充。',
            },
          ]
        : []),
    ];
  });
  const ofFailed = failed.flatMap(({ unitId }, index) =>
    unitProblems(known, unitId, `/failed/${index}/unitId`, seen),
  );
  return [...ofOpened, ...ofFailed];
};
