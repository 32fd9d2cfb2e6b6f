import { changePlanLayout } from './change-plan.ts';
import { disposalLayout, reclaimLayout, warningLayout } from './disposal.ts';
import type { Layout } from './layout.ts';
import { confirmationLayout, letterLayout } from './opening.ts';
import { shutdownFormLayout } from './shutdown-form.ts';

/** Documents whose Word template and A4 page are one declaration. */
export const layouts = {
  changePlan: changePlanLayout,
  shutdownForm: shutdownFormLayout,
  confirmation: confirmationLayout,
  letter: letterLayout,
  warning: warningLayout,
  disposal: disposalLayout,
  reclaim: reclaimLayout,
} as const satisfies Record<string, Layout>;
