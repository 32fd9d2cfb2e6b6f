import type { TaskView } from '#shared/contracts/case-tasks.ts';
import type { CaseView, FieldChange } from '#shared/contracts/cases.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import type { PinnedPrices } from '#shared/regulation/application/application-cost.ts';
import type { ApplicationForm } from '#shared/regulation/application/application-form.ts';
import { pricedLines, productsNamed } from '#shared/regulation/application/priced-lines.ts';
import type { CloudApplicationRules } from '#shared/regulation/profile.ts';
import { applicationRules } from './application-rules.ts';
import type { AttachmentSheet } from './files/attachment.ts';
import { type FilledSection, fillSections } from './fill-sections.ts';
import { formOf } from './read-form.ts';
import type { CaseServices } from './services.ts';
import { viewCase } from './view-case.ts';

/** One resource line as a decider reads it; money in fen a month. */
export interface MatterLine {
  readonly lineNo: number;
  readonly name: string;
  readonly specification: string;
  readonly unit: string;
  readonly quantity: number;
  /** What the last review held reasonable. */
  readonly assessed?: number;
  readonly costFen: number;
}

/** A case as somebody sees it who has one task to decide and a small page to do it on. */
export interface Matter {
  readonly view: CaseView;
  readonly task: TaskView;
  /** Dearest first. */
  readonly lines: readonly MatterLine[];
  /** What differs from the round before; absent in the first. */
  readonly changes?: readonly FieldChange[];
  /** The form as filled in, section by section; the resource lines stand in `lines`. */
  readonly materials: readonly FilledSection[];
  /** What is attached, in the order of the list of materials; the files themselves are read in the console. */
  readonly files: readonly MatterFile[];
}

interface MatterFile {
  /** What it was asked for as. */
  readonly material: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
}

const linesOf = (
  form: ApplicationForm,
  prices: PinnedPrices,
  assessed: ReadonlyMap<number, number>,
): readonly MatterLine[] => {
  const products = new Map(prices.products.map((product) => [product.id, product]));
  return pricedLines(form)
    .map(({ lineNo, productId, quantity }): MatterLine => {
      const product = products.get(productId);
      const held = assessed.get(lineNo);
      return {
        lineNo,
        name: product?.name ?? '目录外产品',
        specification: product?.specification ?? '',
        unit: product?.unit ?? '',
        quantity,
        ...(held === undefined ? {} : { assessed: held }),
        costFen: (product?.unitPriceFen ?? 0) * (held ?? quantity),
      };
    })
    .sort((a, b) => b.costFen - a.costFen || a.lineNo - b.lineNo);
};

const filesOf = ({ materials }: CloudApplicationRules, { items }: AttachmentSheet): readonly MatterFile[] =>
  materials.value.flatMap(({ id, title }) =>
    items
      .filter(({ material }) => material === id)
      .map(({ fileName, size }) => ({ material: title, fileName, size })),
  );

/** Quantities of the newest assessment of what is shown. */
const assessedIn = (view: CaseView): ReadonlyMap<number, number> => {
  const since = view.assessedSince ?? view.round;
  const last = view.tasks.findLast(({ round, decision }) => round >= since && decision?.assessments);
  return new Map((last?.decision?.assessments ?? []).map(({ lineNo, quantity }) => [lineNo, quantity]));
};

/** The case and one open task of it, as the actor may see them. Refused like the case itself. */
export const viewMatter = async (
  services: CaseServices,
  actor: Actor,
  caseId: string,
  taskId: string,
): Promise<Result<Matter, Refusal>> => {
  const viewed = await viewCase(services, actor, caseId);
  if (!viewed.ok) return viewed;
  const view = viewed.value;
  const task = view.tasks.find((candidate) => candidate.taskId === taskId);
  if (!task) return refuse({ code: 'not-found', detail: '没有这件待办。' });
  const tenant = view.tenant as Actor['tenant'];
  const context = await applicationRules(services.references, { ...view, tenant });
  if (!context.ok) return context;
  const form = formOf(view.sections.map((section) => ({ ...section, savers: [] })));
  const today = shanghaiDateOf(services.clock.now());
  const ref = { tenant, caseId };
  const [catalogue, frozen, draft] = await Promise.all([
    services.references.catalogue(cityOf(tenant), today, productsNamed(form)),
    view.frozen ? services.cases.loadFrozen(ref, view.round) : undefined,
    view.frozen ? undefined : services.cases.loadAttachments(ref),
  ]);
  const attached = frozen?.attachments ?? draft;
  const assessed = assessedIn(view);
  const lines = linesOf(form, frozen?.prices ?? catalogue, assessed);
  return accept({
    view,
    task,
    lines,
    ...(view.changes ? { changes: view.changes } : {}),
    materials: fillSections(context.value.rules, form),
    files: attached ? filesOf(context.value.rules, attached) : [],
  });
};
