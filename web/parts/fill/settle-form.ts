import type { FormSection } from '#shared/contracts/forms.ts';
import {
  type ApplicationForm,
  holds,
  isFilled,
  valueAt,
} from '#shared/regulation/application/application-form.ts';
import type { Content } from './draft-store.ts';

export type Contents = Readonly<Record<string, Content>>;
/** Values of fields that were switched off, by pointer: they come back when the field is switched on again. */
export type SetAside = ReadonlyMap<string, unknown>;

interface Settled {
  readonly contents: Contents;
  readonly setAside: SetAside;
}

/** A section with a field set; what is empty is left out, so that a draft holds only what was written. */
export const withValue = (content: Content, field: string, value: unknown): Content => {
  const { [field]: _before, ...rest } = content;
  return value === null || !isFilled(value) ? rest : { ...rest, [field]: value };
};

/** A field that must be emptied or given back; undefined when it stands as it should. */
const settleField = (
  section: FormSection,
  field: FormSection['fields'][number],
  { contents, setAside }: Settled,
): Settled | undefined => {
  if (field.when === undefined) return undefined;
  const form: ApplicationForm = contents;
  const pointer = `/${section.id}/${field.id}`;
  const value = valueAt(form, pointer);
  const applies = holds(form, field.when);
  const withField = (next: unknown): Contents => ({
    ...contents,
    [section.id]: withValue(contents[section.id] ?? {}, field.id, next),
  });
  if (!applies && value !== undefined)
    return { contents: withField(undefined), setAside: new Map(setAside).set(pointer, value) };
  if (!applies || value !== undefined || !setAside.has(pointer)) return undefined;
  const rest = new Map(setAside);
  rest.delete(pointer);
  return { contents: withField(setAside.get(pointer)), setAside: rest };
};

const settleOnce = (sections: readonly FormSection[], settled: Settled): Settled | undefined => {
  for (const section of sections)
    for (const field of section.fields) {
      const next = settleField(section, field, settled);
      if (next) return next;
    }
  return undefined;
};

/** Empties every field that the answers before it switch off, and gives back what was switched on again. */
export const settleForm = (
  sections: readonly FormSection[],
  contents: Contents,
  setAside: SetAside = new Map(),
): Settled => {
  let settled: Settled = { contents, setAside };
  for (let next = settleOnce(sections, settled); next; next = settleOnce(sections, next)) settled = next;
  return settled;
};

/** Sections whose content is another than before. */
export const changedSections = (before: Contents, after: Contents): Contents =>
  Object.fromEntries(Object.entries(after).filter(([section, content]) => content !== before[section]));
