/** An exact fraction of whole numbers; the denominator is positive. */
export interface Exact {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const decimal = /^(\d+)(?:\.(\d+))?$/;

/** A decimal text, or a number by its shortest one: `"0.90"` and `0.9` are nine tenths. Throws for anything else. */
export const exactOf = (value: string | number): Exact => {
  const [, whole, fraction = ''] = decimal.exec(String(value)) ?? [];
  if (whole === undefined) throw new RangeError(`not a plain decimal: ${value}`);
  return { numerator: BigInt(whole + fraction), denominator: 10n ** BigInt(fraction.length) };
};

export const zero: Exact = { numerator: 0n, denominator: 1n };

export const plus = (a: Exact, b: Exact): Exact =>
  a.denominator === b.denominator
    ? { numerator: a.numerator + b.numerator, denominator: a.denominator }
    : {
        numerator: a.numerator * b.denominator + b.numerator * a.denominator,
        denominator: a.denominator * b.denominator,
      };

export const times = (a: Exact, b: Exact): Exact => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
});

/** The nearest whole number, halves up; of what is not negative. */
export const roundHalfUp = ({ numerator, denominator }: Exact): bigint =>
  (2n * numerator + denominator) / (2n * denominator);
