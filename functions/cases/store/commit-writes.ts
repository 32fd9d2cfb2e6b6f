import { indexKeys, type Key, keys } from '#shared/table/keys.ts';
import type { NamedWrite } from '#shared/table/transact.ts';
import type { CaseCommit, CommitFact } from '../app/ports.ts';
import type { CaseEvent } from '../domain/case-events.ts';
import type { Task } from '../domain/case-state.ts';
import { deliveryWrite } from './delivery-items.ts';
import { worklistPosition } from './worklist-position.ts';

type Write = NamedWrite<CommitFact>;
type Put = NonNullable<NamedWrite<CommitFact>['item']['Put']>;

const absent = 'attribute_not_exists(pk)';
const idempotencyDays = 7;

/** Builds the items of one command's transaction; every condition is named after the fact that it protects. */
export const commitWrites = (table: string, commit: CaseCommit, wallMs: number): Write[] => {
  const { tenant, caseId } = commit.after;
  const put = (name: CommitFact, key: Key, content: object, condition?: Partial<Put>): Write => ({
    name,
    item: { Put: { TableName: table, Item: { ...key, ...content }, ...condition } },
  });

  const header = (): Write => {
    const { steps: _steps, tasks: _tasks, ...facts } = commit.after;
    const content = {
      ...facts,
      head: { seq: commit.entry.content.seq, hash: commit.entry.hash },
      salt: commit.salt,
      g3pk: indexKeys.casesOf(tenant),
      g3sk: caseId,
    };
    return put(
      'version',
      keys.caseHeader(tenant, caseId),
      content,
      commit.before
        ? {
            ConditionExpression: '#version = :version',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':version': commit.before.state.version },
          }
        : { ConditionExpression: absent },
    );
  };

  const task = (value: Task): Write =>
    put('other', keys.caseTask(tenant, caseId, value.taskId), {
      ...value,
      ...(value.decision
        ? {}
        : {
            g1pk: indexKeys.worklist(value.holder.tenant, value.holder.role, value.holder.organisation),
            g1sk: worklistPosition(caseId, value),
          }),
    });

  const touchedTasks = (events: readonly CaseEvent[]): Write[] => {
    const ids = new Set(
      events.flatMap((event) =>
        event.type === 'TaskOpened' ? [event.task.taskId] : event.type === 'TaskClosed' ? [event.taskId] : [],
      ),
    );
    return commit.after.tasks.filter(({ taskId }) => ids.has(taskId)).map(task);
  };

  const ofEvent = (event: CaseEvent): Write[] => {
    switch (event.type) {
      case 'CaseCreated':
        return [put('other', keys.organisationCase(tenant, event.organisation.id, caseId), { caseId })];
      case 'StepOpened': {
        const { visit } = event;
        const step = commit.after.steps.find((candidate) => candidate.visit === visit);
        const tokens = commit.token === undefined ? [] : [commit.token];
        return [
          put(
            'step',
            keys.caseStep(tenant, caseId, visit),
            { ...step, tokens },
            { ConditionExpression: absent },
          ),
        ];
      }
      case 'StepClosed':
        return [
          {
            name: 'step',
            item: {
              Update: {
                TableName: table,
                Key: keys.caseStep(tenant, caseId, event.visit),
                UpdateExpression: 'SET #outcome = :outcome, closedAt = :at',
                ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#outcome)',
                ExpressionAttributeNames: { '#outcome': 'outcome' },
                ExpressionAttributeValues: { ':outcome': event.outcome, ':at': commit.after.updatedAt },
              },
            },
          },
        ];
      default:
        return [];
    }
  };

  const frozen = (): Write[] => {
    const form = commit.frozen;
    if (!form) return [];
    const isContacts = ({ section }: { section: string }): boolean => section === 'contacts';
    return [
      put('other', keys.caseForm(tenant, caseId, form.round), {
        round: form.round,
        digest: form.digest,
        sections: form.sections.filter((section) => !isContacts(section)),
      }),
      put('other', keys.caseContacts(tenant, caseId, form.round), {
        sections: form.sections.filter(isContacts),
      }),
      ...form.sections.map(
        ({ section, version }): Write => ({
          name: 'sections',
          item: {
            ConditionCheck: {
              TableName: table,
              Key: keys.caseSection(tenant, caseId, section),
              ConditionExpression: '#version = :version',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':version': version },
            },
          },
        }),
      ),
    ];
  };

  const membership = (): Write[] => {
    const { actor } = commit;
    if (!actor) return [];
    return [
      {
        name: 'membership',
        item: {
          ConditionCheck: {
            TableName: table,
            Key: keys.membership(actor.tenant, actor.membershipId),
            ConditionExpression: 'grantsVersion = :grants AND #state = :active',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: { ':grants': actor.grantsVersion, ':active': 'active' },
          },
        },
      },
    ];
  };

  const idempotency = (): Write[] => {
    const record = commit.idempotency;
    if (!record) return [];
    const key = keys.idempotency(record.tenant, record.membershipId, record.operation, record.key);
    const ttl = Math.floor(wallMs / 1000) + idempotencyDays * 86_400;
    return [
      put(
        'idempotency',
        key,
        { digest: record.digest, answer: record.answer, ttl },
        { ConditionExpression: absent },
      ),
    ];
  };

  const { seq } = commit.entry.content;
  return [
    header(),
    ...touchedTasks(commit.events),
    ...commit.events.flatMap(ofEvent),
    ...frozen(),
    ...(commit.assessments
      ? [
          put('other', keys.caseAssessment(tenant, caseId, commit.assessments.taskId), {
            ...commit.assessments,
          }),
        ]
      : []),
    put('version', keys.caseEntry(tenant, caseId, seq), { ...commit.entry }, { ConditionExpression: absent }),
    ...(commit.delivery
      ? [put('other', ...deliveryWrite({ tenant, caseId }, seq, commit.delivery, wallMs))]
      : []),
    ...membership(),
    ...idempotency(),
  ];
};
