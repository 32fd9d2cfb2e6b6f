import type { Client } from '#examples/client.ts';
import { awaitStatus, type Cast, confirm, writeDraft } from '#examples/play-application.ts';
import { writtenApplication } from './county-cast.ts';

type Sections = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
type Form = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The realistic application with fields of its sections changed; an undefined section is never written. */
export const applicationWith = (changes: Sections = {}) => {
  const written = writtenApplication();
  const sections: Form = Object.fromEntries(
    Object.entries(written.sections)
      .filter(([id]) => !(id in changes) || changes[id] !== undefined)
      .map(([id, content]) => [id, { ...content, ...changes[id] }]),
  );
  return { ...written, sections };
};

/** A draft of the realistic application, changed; its id and version. */
export const draftOf = async (clerk: Client, changes: Sections = {}) => {
  const caseId = await writeDraft(clerk, applicationWith(changes));
  const { version } = await clerk.view(caseId);
  return { caseId, version };
};

/** A draft put before the CDO, whose task is open. */
export const sentForConfirmation = async (clerk: Client, changes: Sections = {}): Promise<string> => {
  const { caseId, version } = await draftOf(clerk, changes);
  await clerk.requestConfirmation(caseId, version);
  await awaitStatus(clerk, caseId, 'confirming');
  return caseId;
};

/** An application that the county is now reviewing. */
export const submitted = async (cast: Pick<Cast, 'clerk' | 'cdo'>): Promise<string> => {
  const caseId = await sentForConfirmation(cast.clerk);
  await confirm(cast.cdo, caseId);
  await awaitStatus(cast.clerk, caseId, 'reviewing');
  return caseId;
};
