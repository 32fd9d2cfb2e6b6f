import { isOpen, openPause } from '#functions/obligations/domain/obligation-state.ts';
import { isOpenWork } from '#functions/provisioning/domain/work-order.ts';
import { rectificationStatus } from '#functions/reclamation/domain/rectification-state.ts';
import type { LifecycleMove } from './moves-of-story.ts';
import type { LifecycleWorld } from './world-of-lifecycles.ts';

/** What is owed again and again is open at the end. */
const turns = 2;

type RectifyingAct = Extract<LifecycleMove, { move: 'rectify' }>['act'];

const how = 'once';

/** Those that are open, with the pick that chooses them from all. */
const at = <One>(all: readonly One[], open: (one: One) => boolean) =>
  all.flatMap((one, index) => (open(one) ? [{ one, pick: index * 6 }] : []));

/** The next thing that somebody has to do about everything that is still open. */
export const wantedMoves = ({ stores, city }: LifecycleWorld): LifecycleMove[] => {
  const orders = at(stores.orders.all(), ({ completedAt }) => completedAt === undefined);
  const obligations = at(stores.obligations.all(), (one) => isOpen(one) && one.turn <= turns);
  const reclamations = at(stores.reclamations.all(), ({ endedAt }) => endedAt === undefined);
  return [
    ...(stores.letters.all().length === 0 && city === 'yancheng' ? [{ move: 'sign', how } as const] : []),
    ...orders.flatMap(({ pick }): LifecycleMove[] => [
      { move: 'confirm', pick, who: 'clerk', how },
      { move: 'confirm', pick, who: 'operator', how },
      { move: 'plan', pick, share: 1, seen: true, how },
      { move: 'release', pick, how },
    ]),
    ...at(stores.work.all(), isOpenWork).map(
      ({ pick }): LifecycleMove => ({ move: 'answer', pick, share: 1, fails: false, how }),
    ),
    ...obligations.flatMap(({ one, pick }): LifecycleMove[] => [
      ...(openPause(one) ? [{ move: 'judge', pick, verdict: 'resume', how } as const] : []),
      { move: 'perform', pick, how },
    ]),
    ...reclamations.map(({ pick }): LifecycleMove => ({ move: 'reclaim', pick, act: 'confirmErasure', how })),
  ];
};

/** What ends the rectifications that are open, with nobody harmed. */
export const endingRectifications = ({ stores }: LifecycleWorld): LifecycleMove[] =>
  at(stores.rectifications.all(), ({ endedAt }) => endedAt === undefined).map(({ one, pick }) => {
    const status = rectificationStatus(one);
    const act = status === 'proposed' ? 'dismiss' : status === 'deciding' ? 'refuse' : 'judge';
    return { move: 'rectify', pick, act, of: 'unit', measure: 'reclaim', how };
  });

/** What brings the rectifications that are open further towards a disposal. */
export const pressingRectifications = ({ stores }: LifecycleWorld): LifecycleMove[] =>
  at(stores.rectifications.all(), ({ endedAt }) => endedAt === undefined).flatMap(({ one, pick }) => {
    const move = (act: RectifyingAct, of: 'unit' | 'expert' = 'unit'): LifecycleMove => ({
      move: 'rectify',
      pick,
      act,
      of,
      measure: one.finding.breach && one.disposals.length === 0 ? 'suspend' : 'reclaim',
      how,
    });
    switch (rectificationStatus(one)) {
      case 'proposed':
        return [move('warn')];
      case 'deciding':
        return [move('decide'), move('review'), move('review', 'expert')];
      default:
        return [move('propose')];
    }
  });
