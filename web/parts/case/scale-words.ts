import type { CaseView } from '#shared/contracts/cases.ts';

export type Scale = NonNullable<NonNullable<CaseView['scale']>['judged']>['scale'];

export const scaleWords: Readonly<Record<Scale, string>> = { minor: '一般变更', major: '重大变更' };
