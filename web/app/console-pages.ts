import type { ComponentType } from 'react';
import { adminPages } from './admin-pages.ts';

interface ConsolePage {
  /** Below `/`; an empty path is the first page. */
  readonly path: string;
  readonly load: () => Promise<ComponentType>;
}

/** The first screen, which does without the component library: the library is most of what a page weighs. */
const plainPage = (path: string, load: ConsolePage['load']): ConsolePage => ({ path, load });

const page = (path: string, load: ConsolePage['load']): ConsolePage => ({
  path,
  load: async () => {
    const [{ inLibraryFrame }, content] = await Promise.all([import('../parts/library-frame.tsx'), load()]);
    return inLibraryFrame(content);
  },
});

/** Addresses of the console; each page is fetched when it is first visited. */
export const consolePages: readonly ConsolePage[] = [
  plainPage('', async () => (await import('../pages/worklist-page.tsx')).WorklistPage),
  page('cases', async () => (await import('../pages/cases-page.tsx')).CasesPage),
  page('cases/new', async () => (await import('../pages/new-case-page.tsx')).NewCasePage),
  page('cases/new/:kind', async () => (await import('../pages/start-case-page.tsx')).StartCasePage),
  page('cases/:caseId', async () => (await import('../pages/case-page.tsx')).CasePage),
  page('cases/:caseId/form', async () => (await import('../pages/form-page.tsx')).FormPage),
  page('cases/:caseId/document', async () => (await import('../pages/document-page.tsx')).DocumentPage),
  page('catalogue', async () => (await import('../pages/catalogue-page.tsx')).CataloguePage),
  page('catalogue/draft', async () => (await import('../pages/catalogue-draft-page.tsx')).CatalogueDraftPage),
  page(
    'catalogue/standards',
    async () => (await import('../pages/budget-standards-page.tsx')).BudgetStandardsPage,
  ),
  page(
    'catalogue/versions/:version',
    async () => (await import('../pages/catalogue-version-page.tsx')).CatalogueVersionPage,
  ),
  page('registry', async () => (await import('../pages/lifecycle/registry-page.tsx')).RegistryPage),
  page('off-cloud', async () => (await import('../pages/lifecycle/off-cloud-page.tsx')).OffCloudPage),
  page('registry/:systemId', async () => (await import('../pages/lifecycle/system-page.tsx')).SystemPage),
  page(
    'provisioning',
    async () => (await import('../pages/lifecycle/provisioning-page.tsx')).ProvisioningPage,
  ),
  page('provisioning/:orderId', async () => (await import('../pages/lifecycle/order-page.tsx')).OrderPage),
  page('obligations', async () => (await import('../pages/lifecycle/obligations-page.tsx')).ObligationsPage),
  page(
    'obligations/:obligationId',
    async () => (await import('../pages/lifecycle/obligation-page.tsx')).ObligationPage,
  ),
  page('work/:workId', async () => (await import('../pages/lifecycle/work-page.tsx')).WorkPage),
  page(
    'rectifications',
    async () => (await import('../pages/lifecycle/rectifications-page.tsx')).RectificationsPage,
  ),
  page(
    'rectifications/:rectificationId',
    async () => (await import('../pages/lifecycle/rectification-page.tsx')).RectificationPage,
  ),
  page(
    'reclamations',
    async () => (await import('../pages/lifecycle/reclamations-page.tsx')).ReclamationsPage,
  ),
  page(
    'reclamations/:reclamationId',
    async () => (await import('../pages/lifecycle/reclamation-page.tsx')).ReclamationPage,
  ),
  page(
    'reclamations/:reclamationId/certificate',
    async () => (await import('../pages/lifecycle/certificate-page.tsx')).CertificatePage,
  ),
  page(
    'processes/:processId/document',
    async () => (await import('../pages/lifecycle/process-document-page.tsx')).ProcessDocumentPage,
  ),
  page('letter', async () => (await import('../pages/lifecycle/letter-page.tsx')).LetterPage),
  page('messages', async () => (await import('../pages/messages-page.tsx')).MessagesPage),
  page('desks', async () => (await import('../pages/desks-page.tsx')).DesksPage),
  page('help', async () => (await import('../pages/help-page.tsx')).HelpPage),
  page('rules', async () => (await import('../pages/rules-page.tsx')).RulesPage),
  page('admin', async () => (await import('../pages/admin/first-admin-page.tsx')).FirstAdminPage),
  ...adminPages.map(({ path, load }) =>
    page(`admin/${path}`, async () => {
      const [{ inAdminFrame }, content] = await Promise.all([
        import('../pages/admin/admin-frame.tsx'),
        load(),
      ]);
      return inAdminFrame(content);
    }),
  ),
  page('*', async () => (await import('../pages/not-found-page.tsx')).NotFoundPage),
];
