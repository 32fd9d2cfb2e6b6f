import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import { checkSection } from '#shared/regulation/application/check-section.ts';
import { checkSectionShape } from '#shared/regulation/application/check-section-shape.ts';
import { recordAct as decideAct } from '../domain/record-act.ts';
import { moveCase, type OnCase } from './move-task.ts';
import type { CaseServices } from './services.ts';

export interface ActCommand extends OnCase {
  readonly act: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** 登记办后事项. */
export const recordAct = (services: CaseServices, actor: Actor, asked: Asked, command: ActCommand) =>
  moveCase(services, actor, asked, command, (state, context) => {
    const { act, content } = command;
    const section = context.rules.acts?.find(({ id }) => id === act)?.section;
    const shape = section ? checkSectionShape(section, content) : [];
    const problems = section && shape.length === 0 ? checkSection({ [section.id]: content }, section) : shape;
    return decideAct({ act, content, problems }, state, actor, context);
  });
