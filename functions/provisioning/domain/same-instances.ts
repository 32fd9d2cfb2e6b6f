/** A resource of a system, as far as two of them may be the same thing. */
interface Registered {
  readonly caseId: string;
  readonly batch: number;
  readonly instanceId: string;
  readonly state: 'inUse' | 'reclaimed';
}

/** Instances that a batch names although another batch of the system has them in use: registered and billed twice. */
export const sameInstances = (
  rows: readonly Registered[],
  { orderId, no }: { readonly orderId: string; readonly no: number },
): readonly string[] => {
  const inUse = rows.filter(({ state, instanceId }) => state === 'inUse' && instanceId !== '');
  const isOwn = ({ caseId, batch }: Registered) => caseId === orderId && batch === no;
  const others = new Set(inUse.filter((row) => !isOwn(row)).map(({ instanceId }) => instanceId));
  return inUse.filter(isOwn).flatMap(({ instanceId }) => (others.has(instanceId) ? [instanceId] : []));
};
