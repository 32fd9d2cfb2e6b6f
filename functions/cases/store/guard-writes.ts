import { keys } from '#shared/table/keys.ts';
import type { NamedWrite } from '#shared/table/transact.ts';
import type { CaseCommit, CaseRef, CommitFact, SavedSection, SectionToSave } from '../app/ports.ts';
import { agreesAmongOthers, type CaseEvent } from '../domain/case-events.ts';
import { type Holder, openTasks } from '../domain/case-state.ts';

type Write = NamedWrite<CommitFact>;

/** A confirmed section must still be the one that was read; its version moves on, so that no save begun before gets in. */
export const sectionSeal = (
  table: string,
  { tenant, caseId }: Pick<CaseCommit['after'], 'tenant' | 'caseId'>,
  { section, version }: SavedSection,
): Write => ({
  name: 'sections',
  item: {
    Update: {
      TableName: table,
      Key: keys.caseSection(tenant, caseId, section),
      UpdateExpression: 'SET #version = :next',
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': version, ':next': version + 1 },
    },
  },
});

/** The list of attachments must still be the one that was read; version 0: there still is none. */
export const sheetCondition = (version: number) =>
  version === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': version },
      };

export const sheetCheck = (
  table: string,
  { tenant, caseId }: Pick<CaseCommit['after'], 'tenant' | 'caseId'>,
  version: number,
): Write => ({
  name: 'sections',
  item: {
    ConditionCheck: {
      TableName: table,
      Key: keys.caseAttachments(tenant, caseId),
      ...sheetCondition(version),
    },
  },
});

/**
 * A word that waits for others in 会签: one of them must still be open. A read beside a running transaction may see the
 * new header with the old tasks; two last words would otherwise each wait for the other.
 */
export const signerCheck = (table: string, { after, events }: CaseCommit): Write[] => {
  const [waiting] = openTasks(after);
  if (!waiting || events.length === 0 || !agreesAmongOthers(events)) return [];
  return [
    {
      name: 'version',
      item: {
        ConditionCheck: {
          TableName: table,
          Key: keys.caseTask(after.tenant, after.caseId, waiting.taskId),
          ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(decision)',
        },
      },
    },
  ];
};

const named = (events: readonly CaseEvent[]): readonly Holder[] =>
  events.flatMap((event) => {
    if (event.type === 'TaskOpened') return [event.task.holder];
    return event.type === 'TaskTransferred' ? [event.holder] : [];
  });

/** Whoever is given a task by name must still stand in the post; the actor's own membership is asked for anyway. */
export const holderChecks = (table: string, { events, actor }: CaseCommit): Write[] => {
  const holders = new Map(
    named(events).flatMap((holder) =>
      holder.membership === undefined || holder.membership === actor?.membershipId
        ? []
        : [[holder.membership, holder] as const],
    ),
  );
  return [...holders].map(([membership, { tenant, role }]) => ({
    name: 'holder',
    item: {
      ConditionCheck: {
        TableName: table,
        Key: keys.membership(tenant, membership),
        ConditionExpression: '#state = :active AND contains(#roles, :role)',
        ExpressionAttributeNames: { '#state': 'state', '#roles': 'roles' },
        ExpressionAttributeValues: { ':active': 'active', ':role': role },
      },
    },
  }));
};

const absentIn = (events: readonly CaseEvent[]): ReadonlySet<string> =>
  new Set(
    events.flatMap((event) => {
      const by = event.type === 'TaskClosed' ? event.decision.by : 'by' in event ? event.by : undefined;
      return by?.onBehalfOf ? [by.onBehalfOf.membershipId] : [];
    }),
  );

/** Whoever acts for a colleague: each delegation that it rests on must not have been revoked meanwhile. */
export const standInChecks = (table: string, { events, actor }: CaseCommit): Write[] => {
  const absent = absentIn(events);
  const grounds = (actor?.standsInFor ?? [])
    .filter(({ membershipId }) => absent.has(membershipId))
    .flatMap((standIn) => standIn.grounds);
  const unique = new Map(grounds.map((ground) => [ground.id, ground]));
  return [...unique.values()].flatMap(({ to, untilOn, id }) =>
    actor
      ? [
          {
            name: 'standIn',
            item: {
              ConditionCheck: {
                TableName: table,
                Key: keys.delegationTaken(actor.tenant, to, untilOn, id),
                ConditionExpression: '#state = :active',
                ExpressionAttributeNames: { '#state': 'state' },
                ExpressionAttributeValues: { ':active': 'active' },
              },
            },
          },
        ]
      : [],
  );
};

/** A section over version `expected`; 0: it must not be there yet. */
export const sectionWrite = (
  table: string,
  { tenant, caseId }: CaseRef,
  { section, version, content, savedBy }: SectionToSave,
  expected: number,
): Write => ({
  name: 'sections',
  item: {
    Update: {
      TableName: table,
      Key: keys.caseSection(tenant, caseId, section),
      UpdateExpression:
        'SET #section = :section, #version = :version, #content = :content ADD savers :savers',
      ConditionExpression: expected === 0 ? 'attribute_not_exists(pk)' : '#version = :expected',
      ExpressionAttributeNames: { '#section': 'section', '#version': 'version', '#content': 'content' },
      ExpressionAttributeValues: {
        ':section': section,
        ':version': version,
        ':content': content,
        ':savers': new Set([savedBy.personId]),
        ...(expected === 0 ? {} : { ':expected': expected }),
      },
    },
  },
});
