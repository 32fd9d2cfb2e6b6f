import type { CaseView } from '#shared/contracts/cases.ts';
import type { DocumentSource } from '#shared/regulation/application/documents/document-source.ts';
import type { Answer } from '../../api/call-operation.ts';
import { useSystem } from '../../api/lifecycle.ts';
import { useCase, useForm, useTenants } from '../../api/reads.ts';
import { useAttachments } from '../case/use-attachments.ts';

interface Reads {
  readonly view: CaseView;
  readonly form: Answer<'getForm'>;
  readonly tenants: Answer<'listTenants'>;
  readonly attachments: Answer<'listAttachments'>;
  readonly resources: DocumentSource['resources'];
}

const sourceOf = ({ view, form, tenants, attachments, resources }: Reads): DocumentSource => ({
  view,
  sections: form.form.sections,
  city: tenants.items.find(({ level }) => level === 'city')?.name ?? '',
  authority: tenants.items.find(({ id }) => id === view.receivingTenant)?.authority ?? '',
  pictures: attachments.items
    .filter(({ material }) => material === 'architecturePicture')
    .map(({ fileName }) => fileName),
  resources,
});

/** What a case's documents are made from, read anew; the same words as in the Word files. */
export const useDocumentSource = (caseId: string) => {
  const matter = useCase(caseId, true);
  const form = useForm(matter.data?.kind, matter.data?.ruleVersion);
  const tenants = useTenants();
  const attachments = useAttachments(caseId);
  const changed = form.data?.form.sections.some(({ id }) => id === 'changes')
    ? matter.data?.systemId
    : undefined;
  const system = useSystem(changed);
  const failed = [matter, form, tenants, attachments, system].find(({ error, data }) => error && !data);
  const complete = matter.isFetchedAfterMount &&
    (changed === undefined || system.data) &&
    matter.data &&
    form.data &&
    tenants.data &&
    attachments.data && {
      view: matter.data,
      form: form.data,
      tenants: tenants.data,
      attachments: attachments.data,
      resources: system.data?.resources ?? [],
    };
  return { failed, source: complete ? sourceOf(complete) : undefined };
};
