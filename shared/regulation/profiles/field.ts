import type { Condition, FormColumn } from '../form-spec.ts';

/** What a field adds to its id, label and clause; a field is required unless it says otherwise. */
interface Extras {
  readonly required?: boolean;
  readonly when?: readonly Condition[];
  readonly group?: string;
  readonly help?: string;
}

const common = (id: string, label: string, clause: string, { required = true, ...rest }: Extras) => ({
  id,
  label,
  clause,
  required,
  ...rest,
});

/** One line of up to `maxLength` code points. */
export const line = (id: string, label: string, clause: string, maxLength: number, extras: Extras = {}) =>
  ({ ...common(id, label, clause, extras), kind: 'text', maxLength }) satisfies FormColumn;

/** Paragraphs of up to 4000 code points. */
export const paragraphs = (id: string, label: string, clause: string, extras: Extras = {}) =>
  ({ ...common(id, label, clause, extras), kind: 'longText', maxLength: 4000 }) satisfies FormColumn;

export const count = (id: string, label: string, clause: string, extras: Extras & { max?: number } = {}) => {
  const { max = 100_000_000, ...rest } = extras;
  return { ...common(id, label, clause, rest), kind: 'integer', min: 1, max } satisfies FormColumn;
};

export const yesNo = (id: string, label: string, clause: string, extras: Extras = {}) =>
  ({ ...common(id, label, clause, extras), kind: 'boolean' }) satisfies FormColumn;

/** A day, written 2026-10-16. */
export const day = (id: string, label: string, clause: string, extras: Extras = {}) =>
  ({ ...common(id, label, clause, extras), kind: 'date' }) satisfies FormColumn;

export const phone = (id: string, label: string, clause: string) =>
  ({ ...common(id, label, clause, {}), kind: 'phone' }) satisfies FormColumn;

type Options = Readonly<Record<string, string>>;

const listed = (options: Options) => Object.entries(options).map(([value, label]) => ({ value, label }));

export const oneOf = (id: string, label: string, clause: string, options: Options, extras: Extras = {}) =>
  ({ ...common(id, label, clause, extras), kind: 'choice', options: listed(options) }) satisfies FormColumn;

export const someOf = (id: string, label: string, clause: string, options: Options, extras: Extras = {}) =>
  ({ ...common(id, label, clause, extras), kind: 'choices', options: listed(options) }) satisfies FormColumn;

/** A share in percent, up to two decimals. */
export const percent = (id: string, label: string, clause: string, extras: Extras = {}) =>
  ({ ...common(id, label, clause, extras), kind: 'percent' }) satisfies FormColumn;

/** A resource that the matter's registered system uses now. */
export const resource = (id: string, label: string, clause: string, extras: Extras = {}) =>
  ({ ...common(id, label, clause, extras), kind: 'resource' }) satisfies FormColumn;

/** A product of the catalogue. */
export const product = (id: string, label: string, clause: string, extras: Extras = {}) =>
  ({ ...common(id, label, clause, extras), kind: 'product' }) satisfies FormColumn;

/** A kind of case that is about a system that runs already. */
export const registeredSystem = {
  of: 'registered',
  label: '信息系统',
  help: '从本单位已开通资源的系统中选择。',
} as const;

/** A kind of case that is about an information system, named by whoever asks. */
export const namedSystem = {
  of: 'named',
  label: '信息系统名称',
  help: '须与立项、技术审查等材料中的名称逐字一致，空格和全角半角也算。',
} as const;
