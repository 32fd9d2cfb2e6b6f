import { type AskedLine, completedCase, type Product } from './cases-of-story.ts';
import type { LifecycleMove } from './moves-of-story.ts';
import type { LifecycleWorld } from './world-of-lifecycles.ts';

type Filing = Extract<LifecycleMove, { move: 'apply' | 'change' | 'shutDown' | 'changeGreatly' }>;

interface Named {
  readonly systemId: string;
  readonly systemName: string;
}

/** Systems of which a county's department speaks; few, so that much happens to each. */
const names = ['平台', '门户', '数据库'] as const;

const larger: Readonly<Record<Product, Product>> = { small: 'large', large: 'small', disk: 'disk' };

/** What becomes of some of what a system has in use. */
const changesOf = (world: LifecycleWorld, systemId: string, pick: number): AskedLine[] =>
  world.kept
    .rows()
    .filter((row) => row.systemId === systemId && row.state === 'inUse')
    .filter((_, index) => (pick + index) % 3 === 0)
    .map(({ resourceId, specifications }) => {
      const product = specifications.at(-1)?.productId as Product;
      return {
        resourceId,
        product: larger[product],
        quantity: product === 'disk' ? (pick % 7) + 1 : 1,
        pool: 'countyPool',
      };
    });

/** Cases whose review has ended, as clerks of one department filed them. */
export const filingOf = (world: LifecycleWorld) => {
  /** Of major changes, by system: the exit that is agreed to behind its application, or not. */
  const exits = new Map<string, (agreed: boolean) => void>();

  const changeGreatly = (about: Named, lines: readonly AskedLine[]): void => {
    const [application, exit] = [world.newId(), world.newId()];
    world.complete(
      completedCase(
        world,
        { ...about, kind: 'cloudApplication', linked: { caseId: exit, as: 'exit' } },
        lines,
        application,
      ),
    );
    const now = () => world.time.clock.now().toISOString();
    world.cases.moveExit(exit, application, { askedAt: now() });
    exits.set(about.systemId, (agreed) => {
      const linked = { caseId: application, as: 'application' } as const;
      if (agreed) world.complete(completedCase(world, { ...about, kind: 'shutdown', linked }, [], exit));
      else world.cases.moveExit(exit, application, { givenUpAt: now() });
    });
  };

  const change = (about: Named, { pick, line, adds }: Extract<Filing, { move: 'change' }>): void => {
    const lines = [...changesOf(world, about.systemId, pick), ...(adds ? [line] : [])];
    world.complete(completedCase(world, { ...about, kind: 'resourceChange', scale: 'minor' }, lines));
  };

  /** Everything that was asked for has been opened and is registered. */
  const isWhole = ({ systemId }: Named): boolean =>
    world.stores.orders
      .all()
      .every((order) => order.systemId !== systemId || order.completedAt !== undefined);

  const shutDown = (about: Named, pick: number): void => {
    if (!isWhole(about)) return;
    const { systemId } = about;
    const exit = exits.get(systemId);
    exits.delete(systemId);
    if (exit) exit(pick % 3 > 0);
    else world.complete(completedCase(world, { ...about, kind: 'shutdown' }, []));
  };

  const openSystem = (pick: number): Named | undefined => {
    const open = world.kept.systems().filter(({ closedAt }) => closedAt === undefined);
    const system = open[pick % Math.max(open.length, 1)];
    return system && { systemId: system.systemId, systemName: system.name };
  };

  return (move: Filing): void => {
    if (move.move === 'apply') {
      const systemName = names[move.pick % names.length] ?? names[0];
      world.complete(completedCase(world, { kind: 'cloudApplication', systemName }, move.lines));
      return;
    }
    const about = openSystem(move.pick);
    if (!about) return;
    if (move.move === 'change') change(about, move);
    else if (move.move === 'shutDown') shutDown(about, move.pick);
    else if (world.city === 'kaifeng' && isWhole(about) && !exits.has(about.systemId))
      changeGreatly(about, move.lines);
  };
};
