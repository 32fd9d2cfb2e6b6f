import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '#shared/kernel/actor.ts';
import { actorRefusal } from '#shared/kernel/actor-refusal.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { checkSectionShape } from '#shared/regulation/application/check-section-shape.ts';
import { isEditable } from '../domain/edit-form.ts';
import { mayPrepare } from '../domain/who-may.ts';
import { decisionContext } from './decision-context.ts';
import { findCase } from './find-case.ts';
import { fitsInItem } from './item-size.ts';
import type { CaseRef } from './ports.ts';
import type { CaseServices } from './services.ts';

export interface SaveSection {
  readonly caseId: string;
  readonly section: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** Version of the section that the person typed over; 0 for a first save. */
  readonly expected: number;
}

const moved: Refusal = {
  code: 'section-moved',
  detail: '这一部分已有更新的内容，请刷新后在其基础上修改。',
};

/** Whether this very content already stands where it was to be saved: the answer to an earlier try was lost. */
const isSaved = async (
  { cases }: CaseServices,
  ref: CaseRef,
  { section, expected, content }: SaveSection,
): Promise<boolean> => {
  const now = (await cases.loadSections(ref)).find((one) => one.section === section);
  return now?.version === expected + 1 && isDeepStrictEqual(now.content, content);
};

/**
 * Saves one part of the application as typed: its shape is checked, its completeness only when it is sent on.
 * A save after 送确认 changes the form's digest, and so voids what the CDO was shown.
 */
export const saveSection = async (
  services: CaseServices,
  actor: Actor,
  command: SaveSection,
): Promise<Result<{ section: string; version: number }, Refusal>> => {
  const found = await findCase(services.cases, actor, command.caseId, 'saveSection');
  if (!found.ok) return found;
  const { state, ref } = found.value;
  if (!mayPrepare(actor, state))
    return refuse({ code: 'not-allowed', detail: '只有本单位经办人可以填写申请材料。' });
  if (!isEditable(state))
    return refuse({ code: 'not-editable', detail: '申请已提交，材料不能再改；退回补正后可以修改。' });
  const context = await decisionContext(services, state);
  if (!context.ok) return context;
  const spec = context.value.rules.form.sections.find(({ id }) => id === command.section);
  if (!spec) return refuse({ code: 'not-found', detail: `申请表没有“${command.section}”这一部分。` });
  const errors = fitsInItem(command.content)
    ? checkSectionShape(spec, command.content)
    : [
        {
          pointer: `/${spec.id}`,
          code: 'section-too-large',
          message: `“${spec.title}”内容过多，请精简文字或减少行数。`,
        },
      ];
  if (errors.length > 0)
    return refuse({ code: 'request-invalid', detail: '请按下列提示修改后再保存。', errors });
  const version = command.expected + 1;
  const saved = await services.cases.saveSection(
    ref,
    { section: command.section, version, content: command.content, savedBy: actor },
    command.expected,
  );
  if (saved.written) return accept({ section: command.section, version });
  const refusal = actorRefusal(saved.failed);
  if (refusal) return refuse(refusal);
  return (await isSaved(services, ref, command))
    ? accept({ section: command.section, version })
    : refuse(moved);
};
