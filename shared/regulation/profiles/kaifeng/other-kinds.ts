import type { CloudApplicationRules, MaterialFileType, Route } from '../../profile.ts';
import { kaifengUnitRoute } from './unit-route.ts';

/** What every kind of Kaifeng's has in common with the others. */
export const kaifengCommon = {
  offered: true,
  preparedBy: 'department.clerk',
  settable: false,
  limits: {},
  routes: [kaifengUnitRoute],
  mostRounds: { value: 6, clause: 'kf-cloud-16-1', source: 'localDefault', tighten: 'max' },
  reminders: {
    value: { time: '09:00', before: 1, after: 5, escalateOn: 2 },
    clause: 'kf-cloud-16-1',
    source: 'localDefault',
  },
} as const satisfies Partial<CloudApplicationRules>;

/** The provider's own matters: its engineer confirms for it, the authority decides. */
export const kaifengProviderRoute: Route = {
  ...kaifengUnitRoute,
  id: 'provider',
  steps: kaifengUnitRoute.steps.map((step) => ({
    ...step,
    stages: step.stages.map(({ escalatesTo, ...stage }) => {
      if (stage.holder.of !== 'organisation') return { ...stage, ...(escalatesTo ? { escalatesTo } : {}) };
      return {
        ...stage,
        ...(step.id === 'unitConfirmation' ? { id: 'providerConfirmation', title: '服务提供方确认' } : {}),
        holder: { role: 'provider.engineer', of: 'organisation' as const },
      };
    }),
  })),
};

/** A file that must be handed in. */
export const fileMaterial = (
  id: string,
  title: string,
  clause: string,
  help: string,
  fileTypes: readonly MaterialFileType[] = ['pdf', 'docx', 'ofd'],
) =>
  ({
    id,
    title,
    clause,
    evidence: 'file',
    provedBy: { need: 'any', pointers: [] },
    requiredOf: 'everyone',
    fileTypes,
    help,
  }) as const;
