import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { type ApplicationForm, textAt } from '#shared/regulation/application/application-form.ts';
import {
  assessedLines,
  pricedLines,
  productLines,
  productsNamed,
} from '#shared/regulation/application/priced-lines.ts';
import type {
  CaseKind,
  ChangeScale,
  CloudApplicationRules,
  ProductKind,
  Route,
} from '#shared/regulation/profile.ts';
import type { CaseState, LinkedCase, Task } from '../domain/case-state.ts';
import { profileRules } from './application-rules.ts';
import { lastAssessed } from './last-assessed.ts';
import type { CaseRef, FrozenForm } from './ports.ts';
import { formOf } from './read-form.ts';
import type { MemberRef } from './reference-ports.ts';
import type { CaseServices } from './services.ts';

/** One line as it was last assessed, with the price of the day of submission. */
export interface ApprovedLine {
  readonly lineNo: number;
  readonly productId: string;
  readonly product: {
    readonly name: string;
    readonly kind: ProductKind;
    readonly specification: string;
    readonly unit: string;
  };
  readonly asked: number;
  /** The last assessed quantity. */
  readonly quantity: number;
  readonly unitPriceFen: number;
  /** The row as it was filed: pool, zone, purpose and whatever else the form asks for. */
  readonly row: Readonly<Record<string, unknown>>;
}

/** Somebody's word on the way: the unit's own, or a reviewer's. */
export interface Milestone {
  readonly kind: 'confirmed' | 'approved';
  readonly at: string;
  readonly by: MemberRef;
  /** 环节, e.g. 初审. */
  readonly stage: string;
}

/** 办结的办件 as what follows needs it. */
export interface CompletedCase {
  readonly ref: CaseRef;
  readonly kind: CaseKind;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly systemName: string;
  /** Of the registry, where the case is about one of its systems. */
  readonly systemId?: string;
  /** The other of the two matters of a major change. */
  readonly linked?: LinkedCase;
  /** 一般 or 重大, as last judged; of a change. */
  readonly scale?: ChangeScale;
  readonly ruleVersion: string;
  readonly completedAt: string;
  readonly milestones: readonly Milestone[];
  /** The whole form as submitted last. */
  readonly form: ApplicationForm;
  readonly lines: readonly ApprovedLine[];
  readonly priceVersion: string;
  /** 专有域: the plan of the domain in which lines of it lie. */
  readonly domain?: string;
  /** 保障期间, both days included, of a matter whose resources are lent for a while; and the clause that says so. */
  readonly window?: { readonly from: string; readonly to: string; readonly clause: string };
}

const titleOfStage = (route: Route | undefined, step: string, stage: string): string =>
  route?.steps.find(({ id }) => id === step)?.stages.find(({ id }) => id === stage)?.title ?? '加签';

/** A countersigner's word is asked for and decides nothing. */
const milestoneOf = (
  { decision, holder, step, stage, question }: Task,
  route: Route | undefined,
): Milestone[] =>
  decision?.outcome === 'approve' && question === undefined
    ? [
        {
          kind: step === 'unitConfirmation' ? 'confirmed' : 'approved',
          at: decision.at,
          by: { tenant: holder.tenant, membership: decision.by.membershipId },
          stage: titleOfStage(route, step, stage),
        },
      ]
    : [];

type Services = Pick<CaseServices, 'cases' | 'references'>;

const linesOf = async (
  { cases, references }: Services,
  state: CaseState,
  frozen: FrozenForm,
): Promise<readonly ApprovedLine[]> => {
  const form = formOf(frozen.sections);
  const submittedOn = shanghaiDateOf(new Date(state.confirmation?.at ?? state.updatedAt));
  const [assessments, { products }] = await Promise.all([
    cases.loadAssessments(state),
    references.catalogue(cityOf(state.tenant), submittedOn, productsNamed(form)),
  ]);
  const asked = pricedLines(form);
  const assessed = assessedLines(asked, lastAssessed(state, assessments) ?? []);
  const rows = new Map(productLines(form).map((row) => [row['lineNo'], row]));
  return assessed.map(({ lineNo, productId, quantity }) => {
    const product = products.find(({ id }) => id === productId);
    const price = frozen.prices.products.find(({ id }) => id === productId);
    if (!product || !price) throw new Error(`the product ${productId} of ${state.caseId} is in no catalogue`);
    const { name, kind, specification, unit } = product;
    return {
      lineNo,
      productId,
      product: { name, kind, specification, unit },
      asked: asked.find((line) => line.lineNo === lineNo)?.quantity ?? quantity,
      quantity,
      unitPriceFen: price.unitPriceFen,
      row: rows.get(lineNo) ?? {},
    };
  });
};

/** What the unit said of its change, unless a reviewer judged it. */
const scaleOf = ({ judged }: CaseState, form: ApplicationForm): Pick<CompletedCase, 'scale'> => {
  const said = textAt(form, '/change/scale');
  if (said === '') return {};
  return { scale: judged?.scale ?? (said === 'major' ? 'major' : 'minor') };
};

const domainOf = (
  rule: CloudApplicationRules['limits']['domain'],
  form: ApplicationForm,
): Pick<CompletedCase, 'domain'> => {
  const domain = rule ? textAt(form, rule.value) : '';
  return domain === '' ? {} : { domain };
};

const windowOf = (
  rule: CloudApplicationRules['window'],
  form: ApplicationForm,
): Pick<CompletedCase, 'window'> =>
  rule
    ? {
        window: {
          from: textAt(form, rule.value.from),
          to: textAt(form, rule.value.to),
          clause: rule.clause,
        },
      }
    : {};

/** Undefined for a case that is not completed. */
export const viewCompleted = async (services: Services, ref: CaseRef): Promise<CompletedCase | undefined> => {
  const loaded = await services.cases.load(ref);
  const completedAt = loaded?.state.completedAt;
  if (!loaded || completedAt === undefined) return undefined;
  const { state } = loaded;
  const frozen = await services.cases.loadFrozen(ref, state.round);
  if (!frozen || state.ruleVersion === undefined) throw new Error(`${ref.caseId} was completed unsubmitted`);
  const ruled = profileRules(state);
  return {
    ref,
    kind: state.kind,
    organisation: state.organisation,
    systemName: state.systemName,
    ...(state.systemId === undefined ? {} : { systemId: state.systemId }),
    ...(state.linked ? { linked: state.linked } : {}),
    ...scaleOf(state, formOf(frozen.sections)),
    ...domainOf(ruled.ok ? ruled.value.rules.limits.domain : undefined, formOf(frozen.sections)),
    ...windowOf(ruled.ok ? ruled.value.rules.window : undefined, formOf(frozen.sections)),
    ruleVersion: state.ruleVersion,
    completedAt,
    milestones: state.tasks.flatMap((task) => milestoneOf(task, ruled.ok ? ruled.value.route : undefined)),
    form: formOf(frozen.sections),
    lines: await linesOf(services, state, frozen),
    priceVersion: frozen.prices.version,
  };
};
