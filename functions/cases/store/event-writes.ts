import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { indexKeys, keys, shardOf } from '#shared/table/keys.ts';
import type { NamedWrite } from '#shared/table/transact.ts';
import type { CaseCommit, CommitFact } from '../app/ports.ts';
import type { CaseEvent, CommentAdded, StagesPlanned, StepClosed } from '../domain/case-events.ts';
import type { Task } from '../domain/case-state.ts';
import { accountWrites } from './account-writes.ts';
import { worklistOf, worklistPosition } from './worklist-position.ts';

type Write = NamedWrite<CommitFact>;

/** Where the sweep finds an open task when its next reminder is due. */
const dueRow = (caseId: string, { taskId, nextReminder }: Task) =>
  nextReminder
    ? {
        g2pk: indexKeys.due(shanghaiDateOf(new Date(nextReminder.at)), shardOf(caseId)),
        g2sk: `${nextReminder.at}#${caseId}#${taskId}`,
      }
    : {};

/**
 * A task; while it is open it stands in its holder's worklist, in the due index by its next reminder and, with a
 * target, among the tenant's open clocks.
 */
const taskWrite = (table: string, { tenant, caseId }: CaseCommit['after'], task: Task): Write => {
  const { holder } = task;
  const listed = {
    g1pk: worklistOf(holder),
    g1sk: worklistPosition(caseId, task),
    ...dueRow(caseId, task),
    ...(task.targetOn === undefined
      ? {}
      : { g3pk: indexKeys.openClocks(tenant), g3sk: `${caseId}#${task.taskId}` }),
  };
  const Item = { ...keys.caseTask(tenant, caseId, task.taskId), ...task, ...(task.decision ? {} : listed) };
  return { name: 'other', item: { Put: { TableName: table, Item } } };
};

/** Closes a step once; tokens that a redrive added meanwhile stay. */
const stepClosing = (
  table: string,
  { tenant, caseId, updatedAt }: CaseCommit['after'],
  event: StepClosed,
): Write => ({
  name: 'step',
  item: {
    Update: {
      TableName: table,
      Key: keys.caseStep(tenant, caseId, event.visit),
      UpdateExpression: 'SET #outcome = :outcome, closedAt = :at',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#outcome)',
      ExpressionAttributeNames: { '#outcome': 'outcome' },
      ExpressionAttributeValues: { ':outcome': event.outcome, ':at': updatedAt },
    },
  },
});

const stepOpening = (table: string, commit: CaseCommit, visit: number): Write => {
  const { tenant, caseId, steps } = commit.after;
  const step = steps.find((candidate) => candidate.visit === visit);
  const tokens = commit.token === undefined ? [] : [commit.token];
  const Item = { ...keys.caseStep(tenant, caseId, visit), ...step, tokens };
  return {
    name: 'step',
    item: { Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' } },
  };
};

const planChange = (
  table: string,
  { tenant, caseId }: CaseCommit['after'],
  { visit, plan }: StagesPlanned,
): Write => ({
  name: 'step',
  item: {
    Update: {
      TableName: table,
      Key: keys.caseStep(tenant, caseId, visit),
      UpdateExpression: 'SET #plan = :plan',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#outcome)',
      ExpressionAttributeNames: { '#plan': 'plan', '#outcome': 'outcome' },
      ExpressionAttributeValues: { ':plan': plan },
    },
  },
});

/** A word and the files that go with it, each of which goes with no other. */
const commentWrites = (
  table: string,
  { after, entry, actor }: CaseCommit,
  { text, files }: CommentAdded,
): Write[] => {
  const { seq } = entry.content;
  const { tenant, caseId } = after;
  const by = actor && {
    personId: actor.personId,
    name: actor.name,
    organisation: actor.organisation.name,
    role: actor.roles[0] ?? '',
  };
  const Item = { ...keys.caseComment(tenant, caseId, seq), text, files, at: after.updatedAt, by };
  return [
    { name: 'other', item: { Put: { TableName: table, Item } } },
    ...files.map(
      ({ attachmentId }): Write => ({
        name: 'commentFile',
        item: {
          Update: {
            TableName: table,
            Key: keys.caseCommentFile(tenant, caseId, attachmentId),
            UpdateExpression: 'SET claimed = :seq',
            ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(claimed)',
            ExpressionAttributeValues: { ':seq': seq },
          },
        },
      }),
    ),
  ];
};

const ofEvent = (table: string, commit: CaseCommit, event: CaseEvent): Write[] => {
  const { after } = commit;
  switch (event.type) {
    case 'CaseCreated': {
      const Item = {
        ...keys.organisationCase(after.tenant, event.organisation.id, after.caseId),
        caseId: after.caseId,
      };
      return [{ name: 'other', item: { Put: { TableName: table, Item } } }];
    }
    case 'StepOpened':
      return [stepOpening(table, commit, event.visit)];
    case 'StagesPlanned':
      return [planChange(table, after, event)];
    case 'ActRecorded': {
      const { act, content } = event;
      const Item = { ...keys.caseAct(after.tenant, after.caseId, act.id), id: act.id, content };
      return [{ name: 'other', item: { Put: { TableName: table, Item } } }];
    }
    case 'CommentAdded':
      return commentWrites(table, commit, event);
    case 'StepClosed':
      return [stepClosing(table, after, event)];
    default:
      return accountWrites(table, commit, event);
  }
};

const touchedTasks = ({ after, events }: CaseCommit): readonly Task[] => {
  const ids = new Set<string>();
  for (const event of events) {
    if (event.type === 'TaskOpened') ids.add(event.task.taskId);
    if ('taskId' in event) ids.add(event.taskId);
    if (event.type === 'TargetsRecomputed') for (const { taskId } of event.targets) ids.add(taskId);
  }
  return after.tasks.filter(({ taskId }) => ids.has(taskId));
};

/** What a command's events change beside the header: tasks, steps, the department's own list. */
export const eventWrites = (table: string, commit: CaseCommit): Write[] => [
  ...touchedTasks(commit).map((task) => taskWrite(table, commit.after, task)),
  ...commit.events.flatMap((event) => ofEvent(table, commit, event)),
];
