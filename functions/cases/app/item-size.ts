/** An item of the table holds 400 KB; this much content leaves room for its keys and the table's own encoding. */
const mostBytes = 350_000;

/** Whether content can be kept as one item; what can't is refused by name before it is written. */
export const fitsInItem = (content: unknown): boolean =>
  new TextEncoder().encode(JSON.stringify(content)).length <= mostBytes;
