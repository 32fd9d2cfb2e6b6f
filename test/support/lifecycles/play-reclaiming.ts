import { actOnReclamation } from '#functions/reclamation/app/command-reclamation.ts';
import { actOnRectification } from '#functions/reclamation/app/command-rectification.ts';
import { openForSecurity } from '#functions/reclamation/app/open-for-security.ts';
import { recordFinding } from '#functions/reclamation/app/record-finding.ts';
import type { Rectification } from '#functions/reclamation/domain/rectification-state.ts';
import type { ReclamationActBody } from '#shared/contracts/reclamation.ts';
import type { RectificationActBody } from '#shared/contracts/rectification.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { reclamationRulesOf } from '#shared/regulation/find-reclamation.ts';
import type { doorOfStory } from './ask-at-door.ts';
import { chosenOf } from './chosen-of.ts';
import type { LifecycleMove } from './moves-of-story.ts';
import type { Who } from './people-of-city.ts';
import type { LifecycleWorld } from './world-of-lifecycles.ts';

type Reclaiming = Extract<LifecycleMove, { move: 'find' | 'rectify' | 'reclaim' | 'secure' }>;
type Rectifying = Extract<Reclaiming, { move: 'rectify' }>;

const text = '事由。';
const longer = 50;

/** From the finding to what was taken back: what the bodies of the city, the county and the department do. */
export const reclaimingOf = (world: LifecycleWorld, { ask, asked }: ReturnType<typeof doorOfStory>) => {
  const { tenant, stores, services, time, ruleVersion, kept } = world;
  const rules = reclamationRulesOf({ ruleVersion });

  const bodyOf = ({ act, measure }: Rectifying): RectificationActBody => {
    const dueOn = addDays(time.today(), longer);
    switch (act) {
      case 'warn':
        return rules.rectifyWithin ? { kind: act, text } : { kind: act, text, dueOn };
      case 'dismiss':
        return { kind: act, text };
      case 'state':
        return { kind: act, of: 'mended', text };
      case 'judge':
        return { kind: act, verdict: 'rectified', text };
      case 'extend':
        return { kind: 'judge', verdict: 'extended', text, dueOn };
      case 'propose':
        return { kind: act, measure, text };
      case 'review':
        return { kind: act, agrees: true, text };
      default:
        return { kind: 'decide', approved: act === 'decide', text };
    }
  };

  const decides = ({ authority }: Pick<Rectification, 'authority'>): Who =>
    authority === 'county' && world.city === 'yancheng' ? 'leader' : 'officer';

  const whoRectifies = (one: Rectification, { act, of }: Rectifying): Who => {
    if (['warn', 'dismiss', 'decide', 'refuse'].includes(act)) return decides(one);
    if (act === 'state') return 'clerk';
    if (act === 'review') return of === 'expert' ? 'expert' : 'clerk';
    return 'operator';
  };

  const rectify = async (move: Rectifying): Promise<void> => {
    const open = ({ endedAt }: Rectification) => endedAt === undefined;
    const one = chosenOf(stores.rectifications.all(), move.pick, open);
    if (!one) return;
    const { rectificationId } = one;
    const ref = { tenant, rectificationId };
    await ask(whoRectifies(one, move), stores.rectifications.store, ref, move.how, (by, version) =>
      actOnRectification(services.reclamation, by, rectificationId, version, bodyOf(move)),
    );
  };

  const reclaim = async ({ act, pick, how }: Extract<Reclaiming, { move: 'reclaim' }>): Promise<void> => {
    const one = chosenOf(stores.reclamations.all(), pick, ({ endedAt }) => endedAt === undefined);
    if (!one) return;
    const bodies: Readonly<Record<typeof act, ReclamationActBody>> = {
      acknowledge: { kind: 'acknowledge' },
      confirmErasure: { kind: 'confirmErasure', note: text },
      restore: { kind: 'restore', reason: text },
      revoke: { kind: 'revoke', reason: text },
    };
    const who = act === 'acknowledge' || act === 'confirmErasure' ? 'clerk' : decides(one);
    const { reclamationId } = one;
    await ask(who, stores.reclamations.store, { tenant, reclamationId }, how, (by, version) =>
      actOnReclamation(services.reclamation, by, reclamationId, version, bodies[act]),
    );
  };

  return async (move: Reclaiming): Promise<void> => {
    if (move.move === 'rectify') return rectify(move);
    if (move.move === 'reclaim') return reclaim(move);
    const systems = kept.systems();
    const system = systems[move.pick % Math.max(systems.length, 1)];
    if (!system) return;
    const { systemId } = system;
    if (move.move === 'find') {
      const kind = rules.findings[move.finding % rules.findings.length]?.id ?? '';
      const body = { systemId, kind, reason: text, evidence: text };
      await recordFinding(services.reclamation, asked('operator'), body);
      return;
    }
    const inUse = kept.rows().filter((row) => row.systemId === systemId && row.state === 'inUse');
    const resourceIds = inUse
      .slice(0, Math.ceil(inUse.length * move.share))
      .map(({ resourceId }) => resourceId);
    const who = move.pick % 2 === 0 && world.city === 'yancheng' ? 'leader' : 'officer';
    await openForSecurity(services.reclamation, asked(who), { systemId, reason: text, resourceIds });
  };
};
