import { describe, expect, it } from 'vitest';
import { openTasks } from '#functions/cases/domain/case-state.ts';
import { checkApplication } from '#shared/regulation/application/check-application.ts';
import { systemNameOf } from '#shared/regulation/application/check-system-names.ts';
import { offeredRules } from '#shared/regulation/find-profile.ts';
import { kaifengCatalogue } from '#shared/tenancy/demo-catalogue.ts';
import { type CaseStory, decisionContext, people, refusalOf, tellCase } from '#test/support/case-story.ts';
import { inventedCity } from '#test/support/invented-city.ts';

const rules = offeredRules(inventedCity);
const route = rules?.routes[0];
if (!rules || !route) throw new Error('the invented city offers the application');
const context = { ...decisionContext, rules, route, ruleVersion: inventedCity.ruleVersion };

const head = { ...people.cdo, roles: ['department.head'] };
const observer = {
  ...people.deputy,
  roles: ['county.observer'],
  membershipId: 'observer',
  personId: 'observer',
};
const cityLeader = { ...people.operator, roles: ['city.cloud.leader'] };
const authority = { ...people.operator, roles: ['city.cloud.authority'], membershipId: 'authority' };

const jointly = (): CaseStory => {
  const story = tellCase(context);
  story.create();
  story.send();
  story.machineOpens('unitConfirmation');
  story.decides(head, {});
  story.machineOpens('localReview');
  return story;
};
const waiting = (story: CaseStory) => openTasks(story.state()).map(({ holder }) => holder.role);

describe('a city that exists as data alone', () => {
  it('goes its own way: three posts sign together, one of two leaders is enough', () => {
    const story = jointly();
    expect(waiting(story)).toEqual(['county.cloud.reviewer', 'county.cloud.leader', 'county.observer']);
    expect(new Set(openTasks(story.state()).map(({ targetOn }) => targetOn))).toEqual(
      new Set(['2026-10-08']),
    );
    story.decides(people.leader, {});
    story.decides(observer, {});
    expect(waiting(story)).toEqual(['county.cloud.reviewer']);
    story.decides(people.reviewer, {});
    story.machineOpens('cityRecheck');
    expect(waiting(story)).toEqual(['city.cloud.leader', 'city.cloud.authority']);
    const [late] = openTasks(story.state());
    story.decides(authority, {});
    expect(openTasks(story.state())).toEqual([]);
    expect(refusalOf(story.decides(cityLeader, { taskId: late?.taskId ?? '' })).code).toBe('task-closed');
    story.machineCompletes();
    expect(story.state().flow).toEqual({ at: 'completed' });
  });

  it('会签 with a return in the middle leaves no task open, and the second return is one too many', () => {
    const story = jointly();
    story.decides(people.leader, {});
    story.decides(observer, { verb: 'return', opinion: '用电量存疑。' });
    expect(openTasks(story.state())).toEqual([]);
    story.machineOpens('correction');
    story.send();
    story.machineOpens('unitConfirmation');
    story.decides(head, {});
    story.machineOpens('localReview');
    expect(waiting(story), 'a new round asks everybody again').toHaveLength(3);
    const again = story.decides(people.reviewer, { verb: 'return', opinion: '仍存疑。' });
    expect(refusalOf(again).code).toBe('rounds-used-up');
    expect(openTasks(story.state())).toHaveLength(3);
  });

  it('checks its own form by its own limits', () => {
    const [host, storage] = ['host', 'storage'].map((kind) =>
      kaifengCatalogue.products.find((product) => product.kind === kind),
    );
    const lines = [host, storage].map((product, index) => ({
      lineNo: index + 1,
      productId: product?.id,
      quantity: 1,
      ...(index === 0 ? { purpose: '应用' } : {}),
    }));
    const check = (green: Readonly<Record<string, unknown>>) =>
      checkApplication({
        form: { resources: { lines }, green },
        rules,
        catalogue: kaifengCatalogue,
        materials: rules.materials.value,
        files: [],
        on: '2026-07-06',
      }).map(({ pointer }) => pointer);
    expect(check({ systemName: '某系统' })).toEqual([
      '/resources/lines/1/purpose',
      '/green/kilowattHours',
      '/resources/lines/1/purpose',
    ]);
    expect(check({ systemName: '某系统', kilowattHours: 1200 })).not.toContain('/green/kilowattHours');
    expect(systemNameOf({ green: { systemName: '某系统' } }, rules.systemNames)).toBe('某系统');
  });
});
