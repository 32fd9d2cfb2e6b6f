/**
 * Delivery markers `DEL#…`: what a transaction leaves to be carried on, by the queue that takes it. A marker without a
 * letter goes to the approval machine.
 */
const letters = {
  /** Tells people. */
  notice: 'N',
  /** Recomputes targets after a holiday notice. */
  job: 'J',
  /** What follows elsewhere from something done: a process begins, moves its machine, leaves rows in the registry. */
  effect: 'L',
  /** Hands over what somebody holds by name. */
  handOver: 'H',
} as const;

const deliveryPrefix = 'DEL#';

export type MarkerKind = 'delivery' | keyof typeof letters;
/** Kinds that a consumer of their own carries on. */
export type ForwardedKind = keyof typeof letters;
export const forwardedKinds = Object.keys(letters) as ForwardedKind[];

export const markerPrefix = (kind: ForwardedKind): string => `${deliveryPrefix}${letters[kind]}#`;

export const markerKindOf = ({ sk }: { readonly sk: string }): MarkerKind =>
  forwardedKinds.find((kind) => sk.startsWith(markerPrefix(kind))) ?? 'delivery';
