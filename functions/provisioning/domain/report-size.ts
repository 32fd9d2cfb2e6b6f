import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import type { Unit } from './order-state.ts';
import { changedUnits, type UnitReport } from './report-units.ts';

/** One item of the table holds 400 KB; a report is carried in one, beside who gave it. */
const mostReportBytes = 250 * 1024;
/** A batch's units lie in one item too. */
const mostBatchBytes = 300 * 1024;

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;
const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024);

/** Why a report is more than can be kept, with what to do instead. */
export const sizeProblems = (units: readonly Unit[], report: UnitReport): readonly FieldRefusal[] => {
  const opened = bytesOf(report.opened);
  const failed = bytesOf(report.failed);
  const pointer = opened >= failed ? '/opened' : '/failed';
  if (opened + failed > mostReportBytes)
    return [
      {
        pointer,
        code: 'report-too-large',
        message: `这次回报有 ${kilobytes(opened + failed)} KB，一次最多 ${kilobytes(mostReportBytes)} KB，请分几次回报。`,
      },
    ];
  const changed = new Map(changedUnits(units, report).map((unit) => [unit.unitId, unit]));
  const after = bytesOf(units.map((unit) => changed.get(unit.unitId) ?? unit));
  if (after <= mostBatchBytes) return [];
  return [
    {
      pointer,
      code: 'batch-too-large',
      message: `这一批的实例、地址和原因合计 ${kilobytes(after)} KB，最多 ${kilobytes(mostBatchBytes)} KB，请减少每个资源的地址，或缩短实例编号和原因。`,
    },
  ];
};
