import table from './clauses.json' with { type: 'json' };

type ClauseKind =
  | 'registry'
  | 'principle'
  | 'threshold'
  | 'permission'
  | 'workflow'
  | 'notice'
  | 'form'
  | 'deadline'
  | 'isolation'
  | 'formula';

/** When an obligation is to be met; `none` carries no software behaviour. */
type Wave = 'application' | 'lifecycle' | 'measuring' | 'governance' | 'extranet' | 'none';

/** One testable obligation of the regulations, or of the customer (`local-…`). */
export interface Clause {
  readonly id: string;
  readonly regulation: string;
  readonly article: string;
  readonly kind: ClauseKind;
  readonly capability: string;
  readonly wave: Wave;
  /** What the clause says, in Chinese. */
  readonly summary: string;
  /** When it counts as met: given, when, then. */
  readonly acceptance: string;
  /** How an unclear text is read here; null where it is clear. */
  readonly reading: string | null;
}

const kinds: ReadonlySet<string> = new Set<ClauseKind>([
  'registry',
  'principle',
  'threshold',
  'permission',
  'workflow',
  'notice',
  'form',
  'deadline',
  'isolation',
  'formula',
]);
const waves: ReadonlySet<string> = new Set<Wave>([
  'application',
  'lifecycle',
  'measuring',
  'governance',
  'extranet',
  'none',
]);

type Row = (typeof table)[number];

const isClause = (row: Row): row is Row & Clause => kinds.has(row.kind) && waves.has(row.wave);

/** The whole clause table, in the order of the texts. */
export const clauses: readonly Clause[] = table.filter(isClause);

const byId = new Map(clauses.map((entry) => [entry.id, entry]));

export const findClause = (id: string): Clause | undefined => byId.get(id);

/** A clause that must exist; throws for an unknown id. */
export const clause = (id: string): Clause => {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`unknown clause ${id}`);
  return found;
};
