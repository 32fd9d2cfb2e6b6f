import { explain, judge, perform } from '#functions/obligations/app/command-obligation.ts';
import { isOpen, isOverdue, type Obligation } from '#functions/obligations/domain/obligation-state.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { obligationsOf } from '#shared/regulation/find-obligations.ts';
import type { doorOfStory } from './ask-at-door.ts';
import { chosenOf } from './chosen-of.ts';
import type { LifecycleMove } from './moves-of-story.ts';
import type { LifecycleWorld } from './world-of-lifecycles.ts';

type Owing = Extract<LifecycleMove, { move: 'perform' | 'explain' | 'judge' }>;

const longer = 40;

/** What the department owes after the opening, and what is judged of it. */
export const owingOf = (world: LifecycleWorld, ask: ReturnType<typeof doorOfStory>['ask']) => {
  const { tenant, stores, services, time } = world;
  const { store, all } = stores.obligations;

  const verdictOf = ({ verdict }: Extract<Owing, { move: 'judge' }>) => {
    const reason = '理由。';
    return verdict === 'accept' || verdict === 'extend'
      ? { verdict, until: addDays(time.today(), longer), reason }
      : { verdict, reason };
  };

  const request = (move: Owing, { obligationId, kind, ruleVersion }: Obligation) => {
    const ref = { tenant, obligationId };
    const level = obligationsOf({ ruleVersion }).kinds[kind]?.asksLevel ? { level: 'level3' as const } : {};
    switch (move.move) {
      case 'perform':
        return ask('clerk', store, ref, move.how, (asked, expectedVersion) =>
          perform(
            services.obligations,
            asked,
            { obligationId, expectedVersion },
            { on: time.today(), statement: '完成。', ...level },
          ),
        );
      case 'explain':
        return ask('clerk', store, ref, move.how, (asked, expectedVersion) =>
          explain(services.obligations, asked, { obligationId, expectedVersion }, { text: '推迟。' }),
        );
      case 'judge':
        return ask('operator', store, ref, move.how, (asked, expectedVersion) =>
          judge(services.obligations, asked, { obligationId, expectedVersion }, verdictOf(move)),
        );
    }
  };

  return async (move: Owing): Promise<void> => {
    const late = (one: Obligation) => isOverdue(one, time.today());
    const concerned = move.move === 'perform' ? isOpen : move.pick % 2 === 0 ? late : isOpen;
    const obligation = chosenOf(all(), move.pick, concerned);
    if (obligation) await request(move, obligation);
  };
};
