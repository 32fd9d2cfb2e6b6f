import type { FormSection } from '../../form-spec.ts';

/** A form is printed as an annex when it has the annex's section. */
type WrittenKind = 'report' | 'plan' | 'changePlan' | 'shutdownForm';

/**
 * The annexes that a form is printed as. The report and plan of an application say nothing of resources that change: a
 * change has a plan of its own.
 */
export const writtenKinds = (sections: readonly FormSection[]): readonly WrittenKind[] => {
  const has = (id: string): boolean => sections.some((section) => section.id === id);
  if (has('shutdown')) return ['shutdownForm'];
  if (!has('resources')) return [];
  if (has('changes')) return has('plan') ? ['changePlan'] : [];
  return (['report', 'plan'] as const).filter(has);
};
