import { administrationStories } from './administration-stories.ts';
import { caseStories } from './case-stories.ts';
import { deskStories } from './desk-stories.ts';
import type { Story } from './fault-desk.ts';
import { fileStories } from './file-stories.ts';
import { obligationStories } from './obligation-stories.ts';
import { offCloudStories } from './off-cloud-stories.ts';
import { provisioningStories } from './provisioning-stories.ts';
import { readingStories } from './reading-stories.ts';
import { reclamationStories } from './reclamation-stories.ts';
import { referenceStories } from './reference-stories.ts';

/** How each operation of the interface is brought about; one that is not here fails the campaign. */
export const operationStories: ReadonlyMap<string, Story> = new Map<string, Story>([
  ...readingStories,
  ...Object.entries(caseStories),
  ...Object.entries(deskStories),
  ...Object.entries(fileStories),
  ...Object.entries(administrationStories),
  ...Object.entries(referenceStories),
  ...Object.entries(provisioningStories),
  ...Object.entries(obligationStories),
  ...Object.entries(reclamationStories),
  ...Object.entries(offCloudStories),
]);
