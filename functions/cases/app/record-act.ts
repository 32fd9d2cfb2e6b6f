import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import { refuse } from '#shared/kernel/result.ts';
import { checkSection } from '#shared/regulation/application/check-section.ts';
import { checkSectionShape } from '#shared/regulation/application/check-section-shape.ts';
import { recordAct as decideAct, objectionToLeaving } from '../domain/record-act.ts';
import { moveCase, type OnCase } from './move-task.ts';
import type { ActServices } from './services.ts';

export interface ActCommand extends OnCase {
  readonly act: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** 登记办后事项. */
export const recordAct = (services: ActServices, actor: Actor, asked: Asked, command: ActCommand) =>
  moveCase(services, actor, asked, command, async (state, context) => {
    const { act, content } = command;
    const section = context.rules.acts?.find(({ id }) => id === act)?.section;
    const shape = section ? checkSectionShape(section, content) : [];
    const problems = section && shape.length === 0 ? checkSection({ [section.id]: content }, section) : shape;
    const decided = decideAct({ act, content, problems }, state, actor, context);
    const waitsFor = context.rules.acts?.find(({ id }) => id === act)?.waitsFor;
    if (!decided.ok || waitsFor === undefined) return decided;
    const left = await services.leftBehind(state.tenant, state.organisation.id);
    const objection = objectionToLeaving(left);
    return objection ? refuse(objection) : decided;
  });
