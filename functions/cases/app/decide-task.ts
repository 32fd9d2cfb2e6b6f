import type { DecisionBody } from '#shared/contracts/case-commands.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { recordCrossTenant } from '#shared/log/record-cross-tenant.ts';
import { textAt } from '#shared/regulation/application/application-form.ts';
import { changeScale } from '#shared/regulation/kind-spec.ts';
import type { DecisionContext } from '../domain/case-context.ts';
import { decideTask as decide } from '../domain/decide-task.ts';
import type { DecisionWrites } from './commit-of.ts';
import { decisionContext } from './decision-context.ts';
import { emptySheet } from './files/attachment.ts';
import { refOf } from './find-case.ts';
import { findDuplicates } from './find-duplicates.ts';
import { fitsInItem } from './item-size.ts';
import { keepsAssessed } from './keeps-assessed.ts';
import { type CommandAnswer, passDoor } from './pass-door.ts';
import type { CaseRef, LoadedCase } from './ports.ts';
import { type FormAsItStands, formOf, lineNosOf, readForm } from './read-form.ts';
import { seatTasks } from './seat-tasks.ts';
import type { CaseServices } from './services.ts';

export interface DecideTaskCommand extends DecisionBody {
  readonly caseId: string;
  readonly taskId: string;
  readonly expectedVersion: number;
}

const settled: FormAsItStands = {
  facts: { digest: '', systemName: '', problems: [], makers: [] },
  sections: [],
  attachments: emptySheet,
  prices: { version: '', products: [] },
};

/** A confirmation looks at the sections as they stand; a review at what the round froze. */
const materialFor = async (
  services: CaseServices,
  ref: CaseRef,
  command: DecideTaskCommand,
  loaded: LoadedCase,
  context: DecisionContext,
): Promise<FormAsItStands> => {
  const { flow, round } = loaded.state;
  if (flow.at === 'step' && flow.step === 'unitConfirmation') {
    const form = await readForm(services, ref, loaded, context);
    const keeps = await keepsAssessed(services.cases, ref, loaded, context, form.sections);
    return { ...form, facts: { ...form.facts, keepsAssessed: keeps } };
  }
  const assesses = command.verb === 'approve' && round > 0;
  const frozen = assesses ? await services.cases.loadFrozen(ref, round) : undefined;
  return { ...settled, sections: frozen?.sections ?? [] };
};

const writesOf = (
  command: DecideTaskCommand,
  events: DecisionWrites['events'],
  form: FormAsItStands,
): DecisionWrites => {
  const submitted = events.find((event) => event.type === 'FormSubmitted');
  return {
    events,
    ...(submitted
      ? {
          frozen: {
            round: submitted.round,
            digest: form.facts.digest,
            sections: form.sections,
            attachments: form.attachments,
            prices: form.prices,
          },
        }
      : {}),
    ...(command.assessments ? { assessments: { taskId: command.taskId, lines: command.assessments } } : {}),
  };
};

const tooMuch: Refusal = {
  code: 'decision-invalid',
  detail: '请按下列提示修改后再办。',
  errors: [{ pointer: '/assessments', code: 'assessments-too-large', message: '逐行意见合计过长，请精简。' }],
};

/** What the unit itself says of its change. */
const saidScale = ({ sections }: FormAsItStands) => {
  const said = changeScale.safeParse(textAt(formOf(sections), '/change/scale'));
  return said.success ? { saidScale: said.data } : {};
};

/** All of an application has been opened, and whatever of it is still in use has gone live. */
const isLive = async (
  { registered, openedBy }: Pick<CaseServices, 'registered' | 'openedBy'>,
  ref: CaseRef,
  systemId: string,
): Promise<boolean> => {
  const opened = await openedBy(ref);
  const no = new Set((await registered(ref.tenant, systemId))?.awaitedNoMore);
  return opened?.every((resourceId) => no.has(resourceId)) ?? false;
};

/** How it stands with the new resources, of an exit beside an application. */
const successorOf = async (
  services: Pick<CaseServices, 'registered' | 'openedBy'>,
  { tenant, systemId, linked }: LoadedCase['state'],
  { sections }: FormAsItStands,
) => {
  if (linked?.as !== 'application' || systemId === undefined) return {};
  const live = await isLive(services, { tenant, caseId: linked.caseId }, systemId);
  return { successor: { live, earlyReason: textAt(formOf(sections), '/exit/earlyReason') } };
};

/** 办理待办: the one way in which a person closes a task. */
export const decideTask = async (
  services: CaseServices,
  actor: Actor,
  asked: Asked,
  command: DecideTaskCommand,
): Promise<Result<CommandAnswer, Refusal>> => {
  const ref = refOf(actor, command.caseId);
  if (!ref.ok) return ref;
  if (!fitsInItem(command.assessments ?? [])) return refuse(tooMuch);
  const at = services.clock.now().toISOString();
  return passDoor(services.cases, ref.value, asked, command.expectedVersion, at, async (loaded) => {
    recordCrossTenant(actor, ref.value, 'decideTask');
    const context = await decisionContext(services, loaded.state);
    if (!context.ok) return context;
    const form = await materialFor(services, ref.value, command, loaded, context.value);
    const duplicates =
      command.verb === 'approve'
        ? await findDuplicates(services, ref.value, form.sections, context.value.rules.limits)
        : [];
    const decided = decide(
      {
        ...command,
        form: form.facts,
        lineNos: lineNosOf(form.sections),
        duplicates,
        ...saidScale(form),
        ...(await successorOf(services, loaded.state, form)),
      },
      loaded.state,
      actor,
      context.value,
    );
    if (!decided.ok) return decided;
    const seating = { posts: services.posts, state: loaded.state, context: context.value, actor };
    return accept(writesOf(command, await seatTasks(seating, decided.value), form));
  });
};
