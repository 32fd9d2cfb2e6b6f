import type { FormSection } from '../../form-spec.ts';

/** The annexes that a form is printed as. The report and plan of an application say nothing of resources that change. */
export const writtenKinds = (sections: readonly FormSection[]): readonly ('report' | 'plan')[] =>
  sections.some(({ id }) => id === 'changes')
    ? []
    : (['report', 'plan'] as const).filter((kind) => sections.some(({ id }) => id === kind));
