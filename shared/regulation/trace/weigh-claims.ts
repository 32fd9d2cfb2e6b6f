import type { Clause } from '../clause-table.ts';
import type { Claim } from './read-claims.ts';

/** How much of a capability or wave the tests prove. */
export interface Proof {
  readonly name: string;
  readonly proven: number;
  readonly total: number;
  readonly unproven: readonly Clause[];
}

export interface Trace {
  readonly capabilities: readonly Proof[];
  readonly waves: readonly Proof[];
  /** Ids in titles that the clause table doesn't hold, each with its test. */
  readonly unknown: readonly { readonly id: string; readonly title: string }[];
}

const provenIds = (claims: readonly Claim[]): ReadonlySet<string> => {
  const inState = (state: Claim['state']) =>
    claims.filter((claim) => claim.state === state).flatMap(({ clauses }) => clauses);
  const failed = new Set(inState('failed'));
  return new Set(inState('passed').filter((id) => !failed.has(id)));
};

const proofs = (
  obligations: readonly Clause[],
  proven: ReadonlySet<string>,
  keyOf: (clause: Clause) => string,
): readonly Proof[] =>
  [...new Set(obligations.map(keyOf))].map((name) => {
    const own = obligations.filter((clause) => keyOf(clause) === name);
    const unproven = own.filter(({ id }) => !proven.has(id));
    return { name, proven: own.length - unproven.length, total: own.length, unproven };
  });

/**
 * Sets claims against the clause table. Principles ask for no behaviour and don't count. A clause is proven by a
 * passing test whose title names it, unless another test of it fails; a skipped test proves nothing.
 */
export const weighClaims = (clauses: readonly Clause[], claims: readonly Claim[]): Trace => {
  const known = new Set(clauses.map(({ id }) => id));
  const obligations = clauses.filter(({ kind }) => kind !== 'principle');
  const proven = provenIds(claims);
  return {
    capabilities: proofs(obligations, proven, ({ capability }) => capability),
    waves: proofs(obligations, proven, ({ wave }) => wave),
    unknown: claims.flatMap(({ title, clauses: ids }) =>
      ids.filter((id) => !known.has(id)).map((id) => ({ id, title })),
    ),
  };
};

/** What `--require` asks for: `wave:application`, `capability:settlement`, or a capability's bare name. */
export const requiredProof = (trace: Trace, requirement: string): Proof | undefined => {
  const separator = requirement.indexOf(':');
  const group = separator < 0 ? 'capability' : requirement.slice(0, separator);
  const name = requirement.slice(separator + 1);
  if (group === 'wave') return trace.waves.find((proof) => proof.name === name);
  return group === 'capability' ? trace.capabilities.find((proof) => proof.name === name) : undefined;
};
