/** An attribute's value as DynamoDB's protocol carries it, e.g. `{S: 'x'}`. */
type AttributeValue = Readonly<Record<string, unknown>>;

/** An item as DynamoDB's protocol carries it. */
export type WireItem = Readonly<Record<string, AttributeValue>>;

const textBytes = (text: unknown): number => Buffer.byteLength(String(text), 'utf8');

/** About a byte for two significant digits, one more, and one for a sign; 21 bytes at most. */
const numberBytes = (written: unknown): number => {
  const [mantissa = ''] = String(written).toLowerCase().split('e');
  const digits = mantissa.replace(/[-+.]/g, '').replace(/^0+/, '').replace(/0+$/, '');
  const sign = mantissa.startsWith('-') ? 1 : 0;
  return Math.min(21, Math.ceil(digits.length / 2) + 1 + sign);
};

const binaryBytes = (base64: unknown): number => Buffer.from(String(base64), 'base64').length;

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** A list or a map weighs three bytes, and one more for each of its elements. */
const containerBytes = 3;
const elementBytes = 1;

const setBytes =
  (bytesOf: (element: unknown) => number) =>
  (elements: unknown): number =>
    sum((elements as unknown[]).map(bytesOf));

const byKind: Readonly<Record<string, (value: unknown) => number>> = {
  S: textBytes,
  N: numberBytes,
  B: binaryBytes,
  BOOL: () => 1,
  NULL: () => 1,
  SS: setBytes(textBytes),
  NS: setBytes(numberBytes),
  BS: setBytes(binaryBytes),
  L: (elements) =>
    containerBytes + sum((elements as AttributeValue[]).map((element) => elementBytes + valueBytes(element))),
  M: (entries) =>
    containerBytes +
    sum(
      Object.entries(entries as WireItem).map(
        ([name, value]) => elementBytes + textBytes(name) + valueBytes(value),
      ),
    ),
};

function valueBytes(value: AttributeValue): number {
  const [kind = '', content] = Object.entries(value)[0] ?? [];
  const bytesOf = byKind[kind];
  if (bytesOf === undefined) throw new Error(`no DynamoDB type ${kind}`);
  return bytesOf(content);
}

/** What an item weighs by DynamoDB's published rules: the names of its attributes and their values, in bytes. */
export const itemBytes = (item: WireItem): number =>
  sum(Object.entries(item).map(([name, value]) => textBytes(name) + valueBytes(value)));
