import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { maySeeRectification } from '../domain/who-may-rectify.ts';
import { findProcess, unknownProcess } from './find-process.ts';
import type { RectificationServices } from './ports.ts';

/** 佐证文件 of a finding (place 0) or of the department's statements (by number), for whoever may see the matter. */
export const viewEvidence = async (
  { rectifications, evidenceOf }: Pick<RectificationServices, 'rectifications' | 'evidenceOf'>,
  actor: Actor,
  rectificationId: string,
  place: number,
): Promise<Result<{ readonly fileName: string; readonly content: Uint8Array }, Refusal>> => {
  const found = await findProcess(
    {
      store: rectifications,
      refOf: (tenant) => ({ tenant, rectificationId }),
      maySee: maySeeRectification,
      id: rectificationId,
      operation: 'getRectificationEvidence',
    },
    actor,
  );
  if (!found.ok) return found;
  const { tenant, finding, statements } = found.value.state;
  const file = place === 0 ? finding.file : statements[place - 1]?.file;
  const content = file && (await evidenceOf({ tenant, rectificationId }, place));
  return file && content
    ? accept({ fileName: file.fileName, content })
    : refuse({ ...unknownProcess, detail: '这里没有佐证文件。' });
};
