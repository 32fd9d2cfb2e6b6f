import { Logger } from '@aws-lambda-powertools/logger';
import { correlated } from './followed-request.ts';

/** Every message that the functions write; alarms, runbooks and tests refer to these codes. */
export const logCodes = {
  'http.refused': 'A request was refused for a reason that its caller can mend',
  'http.fault': 'An operation failed for a reason that is not the caller’s',
  'access.cross-tenant': 'A city role read a county’s matter',
  'authorizer.refused': 'A token or membership was refused',
  'door.conflict': 'A command met another one, and did not pass',
  'administration.conflict': 'Two administrative commands of a tenant met',
  'delivery.done': 'A delivery marker reached its machine',
  'delivery.failed': 'A delivery could not be made and stays for the sweep',
  'sweep.done': 'A sweep reached its end',
  'reminder.failed': 'A reminder could not be given and stays for the next sweep',
  'notice.held': 'A notice waits for working hours',
  'notice.done': 'People were told what a marker asked for',
  'notice.given-up': 'A notice failed for days and stays in the inbox alone',
  'notice.failed': 'People could not be told and the marker stays for the sweep',
  'webhook.called': 'A provider’s program was told of a work order, or could not be',
  'message.settled': 'A message reached its channel, or its inbox alone',
  'export.failed': 'A volume of an export could not be built and is tried again',
  'targets.moved': 'A published notice moved a case’s targets',
  'recomputation.failed': 'A case’s targets could not be recomputed, or the whole run not be carried on',
  'recomputation.done': 'A notice’s recomputation reached its end',
  'hand-over.failed': 'An open item could not be handed over, or the whole run not be carried on',
  'hand-over.done': 'A hand-over reached its end',
  'anchor.done': 'The journals that moved were anchored under object lock',
  'anchor.failed': 'A tenant’s journals could not be anchored; the next run tries again',
  'step.opened': 'The machine opened a step',
  'effect.done': 'What follows elsewhere from a command has been carried on',
  'effect.failed': 'What follows from a command could not be carried on and stays for the sweep',
} as const;

export type LogCode = keyof typeof logCodes;
type Details = Readonly<Record<string, string | number | boolean | undefined>>;

const logger = new Logger({ serviceName: 'yunwangtong' });

/**
 * CloudWatch's embedded metric format: the line itself counts as a metric `Logged` by its code, a refusal by its own
 * code too (0107). Dimensions are codes, never who or what.
 */
const counted = (details: Details) => ({
  Logged: 1,
  _aws: {
    Timestamp: Date.now(),
    CloudWatchMetrics: [
      {
        Namespace: 'yunwangtong',
        Dimensions: [['code'], ...('refusal' in details ? [['code', 'refusal']] : [])],
        Metrics: [{ Name: 'Logged', Unit: 'Count' }],
      },
    ],
  },
});

/** Structured log line: a registered code, `correlationId` of the request that it is written for, and ids; never personal data. */
export const log = {
  info: (code: LogCode, details: Details = {}): void =>
    logger.info(logCodes[code], { code, ...correlated(), ...details, ...counted(details) }),
  error: (code: LogCode, error: unknown, details: Details = {}): void =>
    logger.error(logCodes[code], {
      code,
      ...correlated(),
      ...details,
      ...counted(details),
      error: error instanceof Error ? error : new Error(String(error)),
    }),
};
