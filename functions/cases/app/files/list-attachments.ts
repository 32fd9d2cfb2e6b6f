import type { AttachmentList, AttachmentView } from '#shared/contracts/attachments.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { isGiven, isRequired } from '#shared/regulation/application/materials.ts';
import { isEditable } from '../../domain/edit-form.ts';
import { mayPrepare } from '../../domain/who-may.ts';
import { applicationRules } from '../application-rules.ts';
import { findCase } from '../find-case.ts';
import { formOf } from '../read-form.ts';
import { loadShownForm } from '../shown-form.ts';
import type { Attachment } from './attachment.ts';
import { fileMaterials } from './file-materials.ts';
import type { AttachmentServices } from './file-ports.ts';

export const viewAttachment = ({ versionId: _version, ...shown }: Attachment): AttachmentView => shown;

/** 附件清单 as the actor may see the form: the unit's own draft, or what was submitted; and what is still missing. */
export const listAttachments = async (
  services: AttachmentServices,
  actor: Actor,
  caseId: string,
): Promise<Result<AttachmentList, Refusal>> => {
  const found = await findCase(services.cases, actor, caseId, 'listAttachments');
  if (!found.ok) return found;
  const { ref, state } = found.value;
  const applicable = await applicationRules(services.references, state);
  if (!applicable.ok) return applicable;
  const { rules } = applicable.value;
  const { sections, attachments } = await loadShownForm(services, ref, state, actor);
  const given = { form: formOf(sections), files: attachments, reportSeal: rules.reportSeal?.value };
  return accept({
    items: attachments.map(viewAttachment),
    materials: fileMaterials(rules, ref.tenant).map((material) => ({
      id: material.id,
      title: material.title,
      clause: material.clause,
      required: isRequired(given, material),
      accepts: [...(material.fileTypes ?? [])],
      given: isGiven(given, material),
      ...(material.help === undefined ? {} : { help: material.help }),
    })),
    editable: mayPrepare(actor, state) && isEditable(state),
  });
};
