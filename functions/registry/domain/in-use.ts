import type { ProductKind } from '#shared/regulation/profile.ts';
import { currentSpecification, type InUse, type Resource } from './resource.ts';

const shareOf = (resource: Resource | undefined, sign: 1 | -1): readonly InUse[] =>
  resource?.state === 'inUse'
    ? [{ kind: resource.kind, count: sign, quantity: sign * currentSpecification(resource).quantity }]
    : [];

/** By how much what is in use moves when resources change; kinds that do not move are left out. */
export const movedInUse = (
  changes: readonly { readonly before?: Resource; readonly after?: Resource }[],
): readonly InUse[] => {
  const moved = new Map<ProductKind, InUse>();
  for (const { before, after } of changes)
    for (const { kind, count, quantity } of [...shareOf(before, -1), ...shareOf(after, 1)]) {
      const so = moved.get(kind) ?? { kind, count: 0, quantity: 0 };
      moved.set(kind, { kind, count: so.count + count, quantity: so.quantity + quantity });
    }
  return [...moved.values()].filter(({ count, quantity }) => count !== 0 || quantity !== 0);
};
