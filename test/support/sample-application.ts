import { readFileSync } from 'node:fs';
import type { ApplicationForm } from '#shared/regulation/application/application-form.ts';
import { checkApplication } from '#shared/regulation/application/check-application.ts';
import { type GivenFile, materialsFor } from '#shared/regulation/application/materials.ts';
import { offeredRules, profileOf } from '#shared/regulation/find-profile.ts';
import type { CityProfile } from '#shared/regulation/profile.ts';
import { demoCatalogue } from '#shared/tenancy/demo-catalogue.ts';

type Sections = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const example: { systemName: string; organisation: string; sections: Sections } = JSON.parse(
  readFileSync('examples/dafeng-application.json', 'utf8'),
);

const rulesOf = (profile: CityProfile | undefined) => {
  const rules = profile && offeredRules(profile);
  if (rules === undefined) throw new Error('Yancheng offers the application');
  return rules;
};

export const rules = rulesOf(profileOf('yancheng'));
export const exampleApplication = example;

/** The example with some fields of some sections changed; `undefined` takes a field away. */
export const formWith = (changes: Sections = {}): ApplicationForm =>
  Object.fromEntries(
    Object.entries(example.sections).map(([id, section]) => [
      id,
      Object.fromEntries(
        Object.entries({ ...section, ...changes[id] }).filter(([, value]) => value !== undefined),
      ),
    ]),
  );

/** A resource line that is complete but for what the test changes. */
export const lineOf = (productId: string, more: Readonly<Record<string, unknown>> = {}) => ({
  lineNo: 1,
  productId,
  quantity: 1,
  pool: 'countyPool',
  zone: 'extranet',
  purpose: '测试用途',
  basis: '测试依据',
  ...more,
});

export const formWithLines = (lines: readonly unknown[]): ApplicationForm =>
  formWith({
    resources: { lines: lines.map((line, index) => Object.assign({}, line, { lineNo: index + 1 })) },
    declarations: { backup: 'own' },
    compute: onlyOff(example.sections['compute']),
  });

const onlyOff = (section: Readonly<Record<string, unknown>> = {}) => ({
  ...Object.fromEntries(Object.keys(section).map((key) => [key, undefined])),
  wanted: false,
});

export const switchedOff = (id: string) => onlyOff(example.sections[id]);

/** What the example attaches. */
export const exampleFiles: readonly GivenFile[] = [
  { material: 'architecturePicture' },
  { material: 'proposal' },
];

export const problemsOf = (form: ApplicationForm, on = '2026-07-06', files = exampleFiles) =>
  checkApplication({
    form,
    rules,
    catalogue: demoCatalogue,
    materials: materialsFor(rules.materials.value, 'county'),
    files,
    on,
  });

/** `code pointer` of each problem. */
export const codesOf = (form: ApplicationForm): readonly string[] =>
  problemsOf(form).map(({ code, pointer }) => `${code} ${pointer}`);
