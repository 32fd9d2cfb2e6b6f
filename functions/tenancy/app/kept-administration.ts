import * as z from 'zod/mini';

const readable = <S extends z.ZodMiniType>(schema: S) => z.catch(z.optional(schema), undefined);

/** Read even when somebody has tampered with it: what cannot be read is shown as such, and named by the verification. */
const member = z.object({ person: z.string(), membership: z.string() });
const lent = z.object({
  from: member,
  to: member,
  roles: z.array(z.string()),
  fromOn: z.string(),
  untilOn: z.string(),
});
const content = z.looseObject({
  type: z.catch(z.string(), ''),
  actor: z.catch(z.object({ person: z.string(), membership: z.string() }), { person: '', membership: '' }),
  kind: readable(z.string()),
  subject: readable(z.object({ person: z.string(), membership: z.string(), organisation: z.string() })),
  roles: readable(z.array(z.string())),
  before: readable(z.object({ roles: z.array(z.string()) })),
  tenant: readable(z.string()),
  organisation: readable(z.string()),
  personal: readable(z.boolean()),
  settings: readable(z.object({ materials: z.array(z.object({ title: z.string() })) })),
  hosts: readable(z.array(z.object({ host: z.string() }))),
  delegations: readable(z.array(lent)),
  onward: readable(z.array(lent)),
  successor: readable(member),
  title: readable(z.string()),
  version: readable(z.int()),
});
/** A right to decide that was lent, as the journal keeps it. */
export type KeptLent = z.infer<typeof lent>;
export type KeptAdministration = z.infer<typeof content>;

export const parseAdministration = (value: unknown): KeptAdministration => content.parse(value);

/** What ids stand for now. */
export interface PresentNames {
  readonly member: (membership: string) => string | undefined;
  readonly tenant: (tenant: string) => string | undefined;
  readonly organisation: (id: string) => string | undefined;
}
