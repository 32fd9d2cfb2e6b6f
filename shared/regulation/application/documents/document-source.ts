import type { CaseView } from '#shared/contracts/cases.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { FormColumn, FormField, FormSection } from '../../form-spec.ts';
import { isObject } from '../application-form.ts';
import type { Subject } from './official-titles.ts';
import { showValue } from './show-value.ts';

/** What official documents of a case are made from; the case as the reader may see it. */
export interface DocumentSource {
  readonly view: CaseView;
  /** The form of the rules that the case goes by. */
  readonly sections: readonly FormSection[];
  /** Name of the city, e.g. 盐城市. */
  readonly city: string;
  /** 主管部门 that reviews: whom the application is addressed to (yc-cloud-annex1-1). */
  readonly authority: string;
  /** File names of the attached pictures of the architecture. */
  readonly pictures: readonly string[];
  /** Resources of the registered system that the case changes; none where it changes nothing. */
  readonly resources: readonly RegisteredResource[];
}

/** A resource as the registry has it. */
export interface RegisteredResource {
  readonly resourceId: string;
  readonly unit: string;
  /** The newest last. */
  readonly specifications: readonly {
    readonly name: string;
    readonly text: string;
    readonly quantity: number;
    /** The case that made it so. */
    readonly caseId: string;
  }[];
}

type TableColumn = Extract<FormField, { kind: 'table' }>['columns'][number];

/** Reads a source by section and field. */
export const readSource = ({ view, sections, city }: DocumentSource) => {
  const contents = new Map(view.sections.map(({ section, content }) => [section, content]));
  const specOf = (id: FormSection['id']) => sections.find((section) => section.id === id);
  const contentOf = (id: FormSection['id']): Readonly<Record<string, unknown>> => contents.get(id) ?? {};
  const fieldOf = (id: FormSection['id'], field: string): FormField | undefined =>
    specOf(id)?.fields.find((candidate) => candidate.id === field);
  const subject: Subject = { city, organisation: view.organisation.name, systemName: view.systemName };
  return {
    subject,
    specOf,
    contentOf,
    fieldOf,
    /** A field in words; an empty one is the empty string. */
    said: (id: FormSection['id'], field: string): string => {
      const spec = fieldOf(id, field);
      return spec && spec.kind !== 'table' ? showValue(spec, contentOf(id)[field]) : '';
    },
    /** A table's rows, each a way to read a column in words. */
    rowsOf: (id: FormSection['id'], field: string): readonly RowReader[] => {
      const spec = fieldOf(id, field);
      const rows: unknown = contentOf(id)[field];
      if (spec?.kind !== 'table' || !Array.isArray(rows)) return [];
      return rows.filter(isObject).map((row) => ({
        value: (column: string): unknown => row[column],
        said: (column: string): string => saidIn(spec.columns, row, column),
        label: (column: string): string => spec.columns.find(({ id: own }) => own === column)?.label ?? '',
      }));
    },
  };
};

interface RowReader {
  readonly value: (column: string) => unknown;
  readonly said: (column: string) => string;
  readonly label: (column: string) => string;
}

const saidIn = (
  columns: readonly TableColumn[],
  row: Readonly<Record<string, unknown>>,
  id: string,
): string => {
  const column: FormColumn | undefined = columns.find((candidate) => candidate.id === id);
  return column ? showValue(column, row[id]) : '';
};

const chinaOffsetMs = 8 * 3_600_000;

/** `2026-10-16 09:05` in Asia/Shanghai. */
export const minuteOf = (instant: string): string =>
  new Date(Date.parse(instant) + chinaOffsetMs).toISOString().slice(0, 16).replace('T', ' ');

/** `2026年10月16日` in Asia/Shanghai. */
export const longDateOf = (instant: string): string => {
  const [year, month, day] = shanghaiDateOf(new Date(instant)).split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/** The CDO's word in the system: person, time and digest stand for the seal where the city lets it (yc-cloud-annex1-4). */
const confirmedBy = ({ confirmation }: CaseView): string =>
  confirmation === undefined
    ? ''
    : `${confirmation.by.organisation}${confirmation.by.roleLabel}${confirmation.by.name}于${minuteOf(confirmation.at)}在系统中确认，校验值 ${confirmation.digest}`;

/** Whether the shown form carries the unit's confirmation; what is being written does not yet. */
export const isConfirmed = (view: CaseView): boolean => view.frozen && view.confirmation !== undefined;

/** What stands in every document. */
export const commonFields = ({ view, city }: DocumentSource, title: string) => ({
  标题: title,
  市: city,
  申请单位: view.organisation.name,
  信息系统名称: view.systemName,
  办件编号: view.number,
  轮次: String(view.round),
  电子确认: isConfirmed(view) ? confirmedBy(view) : '',
});
