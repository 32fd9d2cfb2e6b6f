import type { CaseView } from '#shared/contracts/cases.ts';
import type { CatalogueView } from '#shared/contracts/catalogue.ts';
import type { FormSection, FormView } from '#shared/contracts/forms.ts';
import { productsInForce } from '../form/products-in-force.ts';
import { resourceLinesOf } from '../form/resource-lines.ts';
import { dateOf } from '../format-time.ts';
import { printedLines, resourceSummary } from './document-lines.ts';
import { headingOf, officialTitle } from './official-titles.ts';
import { PlanGrid, PlanParagraphs } from './plan-part.tsx';
import { ReportSheet } from './report-sheet.tsx';
import { ResourcePart } from './resource-part.tsx';
import './document.css';

interface ApplicationDocumentProps {
  readonly view: CaseView;
  readonly form: FormView;
  readonly catalogue: CatalogueView;
  readonly addressee: string;
  readonly city: string;
}

const longDate = (instant: string): string => {
  const [year, month, day] = dateOf(new Date(instant)).split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

const gridded: ReadonlySet<FormSection['id']> = new Set(['compute', 'applications']);

const isAnswered = (section: FormSection, content: Readonly<Record<string, unknown>>): boolean =>
  !section.optional || content['wanted'] === true;

/** 附件1-1 and 附件1-2 as printed, from what was filed or typed so far. */
export const ApplicationDocument = (props: ApplicationDocumentProps) => {
  const { view, form, catalogue, addressee, city } = props;
  const contents = new Map(view.sections.map(({ section, content }) => [section, content]));
  const contentOf = ({ id }: FormSection) => contents.get(id) ?? {};
  const products = productsInForce(catalogue, dateOf(new Date()));
  const lines = resourceLinesOf(view.sections);
  const subject = { city, organisation: view.organisation.name, systemName: view.systemName };
  const [report, plan, ...rest] = form.form.sections;
  if (!report || !plan) return null;
  const planTitle = officialTitle(plan.title, subject);
  const parts = [plan, ...rest].filter((section) => isAnswered(section, contentOf(section)));
  return (
    <div className="document">
      <ReportSheet
        section={report}
        content={contentOf(report)}
        subject={subject}
        addressee={addressee}
        planTitle={planTitle}
        resources={resourceSummary(lines, products)}
        costFen={view.monthlyCostFen}
        date={view.confirmation && longDate(view.confirmation.at)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its tables scroll on phones and must be reachable by keyboard (WCAG 2.1.1) */}
      <article className="sheet" aria-label="附件1-2" tabIndex={0}>
        <p className="sheet-annex">附件1-2</p>
        <h1 className="sheet-title">{planTitle}</h1>
        {parts.map((section, at) => (
          <section key={section.id}>
            {section.source !== parts[at - 1]?.source && (
              <h2>{section.source.startsWith('附件') ? headingOf(section.source) : section.title}</h2>
            )}
            {section.id === 'resources' ? (
              <ResourcePart
                section={section}
                lines={printedLines(lines, products, view.catalogueVersion === catalogue.version)}
                costFen={view.monthlyCostFen}
                pricedBy={view.catalogueVersion === catalogue.version ? undefined : view.catalogueVersion}
                unfiled={view.catalogueUnfiled}
              />
            ) : gridded.has(section.id) ? (
              <PlanGrid
                section={section}
                content={contentOf(section)}
                title={officialTitle(section.title, subject)}
              />
            ) : (
              <PlanParagraphs section={section} content={contentOf(section)} />
            )}
          </section>
        ))}
      </article>
    </div>
  );
};
