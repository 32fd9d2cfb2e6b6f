import type { ProductKind } from './profile.ts';

/** Of these kinds every piece is a resource of its own; of all else a quantity is one. */
const pieceKinds: readonly ProductKind[] = ['host', 'compute', 'database'];
/** Units of measure that count pieces. */
const pieceUnits = ['台', '套', '个', '张', '卡', '实例', '节点'];

export const inPieces = ({ kind, unit }: { readonly kind: ProductKind; readonly unit: string }): boolean =>
  pieceKinds.includes(kind) && pieceUnits.includes(unit);
