import type * as z from 'zod/mini';
import type { billAnswer, billQuestion } from '#shared/contracts/bill.ts';
import { billLine, UnpricedDay } from '#shared/kernel/bill/bill-line.ts';
import { type Exact, exactOf } from '#shared/kernel/bill/exact.ts';
import type { FieldRefusal, Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';

type Question = z.output<typeof billQuestion>;
type Line = Question['lines'][number];
type Answer = z.output<typeof billAnswer>;

/** A date stands for the beginning of its day in Asia/Shanghai. */
const instantOf = (moment: string): number =>
  Date.parse(moment.includes('T') ? moment : `${moment}T00:00:00+08:00`);

const invalid = (pointer: string, code: string, message: string): FieldRefusal => ({
  pointer,
  code,
  message,
});

const periodsOf = (line: Line) =>
  line.periods
    .map(({ from, to, quantity }, at) => ({ from: instantOf(from), to: instantOf(to), quantity, at }))
    .toSorted((a, b) => a.from - b.from || a.to - b.to);

const checkPeriods = (line: Line, base: string): readonly FieldRefusal[] =>
  periodsOf(line).flatMap(({ from, to, at }, i, all) => {
    const pointer = `${base}/periods/${at}`;
    if (to < from) return [invalid(`${pointer}/to`, 'order', '结束不能早于开始，请改正')];
    const before = all[i - 1];
    return before && before.to > from
      ? [invalid(`${pointer}/from`, 'overlap', '与同一行的另一段时间重叠，请改正，以免重复计费')]
      : [];
  });

const checkPrices = ({ prices }: Line, base: string): readonly FieldRefusal[] =>
  prices.flatMap(({ effectiveFrom }, i) =>
    prices.findIndex((price) => price.effectiveFrom === effectiveFrom) < i
      ? [invalid(`${base}/prices/${i}/effectiveFrom`, 'repeated', '同一天只能有一个价格，请改正')]
      : [],
  );

const check = ({ from, to, lines }: Question): readonly FieldRefusal[] => [
  ...(instantOf(to) < instantOf(from) ? [invalid('/to', 'order', '结束不能早于开始，请改正')] : []),
  ...lines.flatMap((line, i) => [
    ...(lines.findIndex(({ id }) => id === line.id) < i
      ? [invalid(`/lines/${i}/id`, 'repeated', '行标识重复，请改正')]
      : []),
    ...checkPeriods(line, `/lines/${i}`),
    ...checkPrices(line, `/lines/${i}`),
  ]),
];

const refused = (errors: readonly FieldRefusal[]): Result<never, Refusal> =>
  refuse({ code: 'request-invalid', detail: '请按下列提示修改后重新提交。', errors });

const amountOf = (line: Line, { from, to }: Question, efficiency: Exact): bigint =>
  billLine(
    {
      per: line.per,
      prices: line.prices.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1)),
      periods: periodsOf(line),
    },
    { from: instantOf(from), to: instantOf(to) },
    efficiency,
  );

const tryAmount = (line: Line, question: Question, efficiency: Exact): bigint | UnpricedDay => {
  try {
    return amountOf(line, question, efficiency);
  } catch (error) {
    if (error instanceof UnpricedDay) return error;
    throw error;
  }
};

/** 试算费用: every line by the sum that statements use (yc-cloud-21-1, kf-cloud-10-2); money in whole fen. */
export const computeBill = (question: Question): Result<Answer, Refusal> => {
  const errors = check(question);
  if (errors.length > 0) return refused(errors);
  const efficiency = exactOf(question.efficiency ?? 1);
  const amounts = question.lines.map((line) => ({
    id: line.id,
    amount: tryAmount(line, question, efficiency),
  }));
  const unpriced = amounts.flatMap(({ amount }, i) =>
    amount instanceof UnpricedDay
      ? [
          invalid(
            `/lines/${i}/prices`,
            'unpriced',
            `${amount.date} 没有生效的价格，请补上当日及以前生效的价格`,
          ),
        ]
      : [],
  );
  if (unpriced.length > 0) return refused(unpriced);
  const lines = amounts.flatMap(({ id, amount }) => (amount instanceof UnpricedDay ? [] : [{ id, amount }]));
  const total = lines.reduce((sum, { amount }) => sum + amount, 0n);
  if (total > BigInt(Number.MAX_SAFE_INTEGER))
    return refused([invalid('/lines', 'too-large', '金额超出可表示的范围，请分开试算')]);
  return accept({
    lines: lines.map(({ id, amount }) => ({ id, amountFen: Number(amount) })),
    totalFen: Number(total),
  });
};
