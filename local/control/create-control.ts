import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { BusinessClock } from '../clock/business-clock.ts';
import type { FaultPlan } from '../faults/fault-plan.ts';
import { isOwn } from '../http/is-own.ts';
import { readBytes } from '../http/read-bytes.ts';
import type { Meter } from '../meter/meter.ts';

export interface ControlSetup {
  readonly clock: BusinessClock;
  readonly keepShift: (shiftMs: number) => void;
  readonly plan: FaultPlan;
  readonly meter: Meter;
  readonly streams: { setEnabled(on: boolean): void; setFaults(faults: FaultPlan['streams']): void };
  readonly queues: {
    setFaults(faults: FaultPlan['queues']): void;
    redeliver(inHandMs: number): void;
  };
  readonly schedules: {
    start(): Promise<void>;
    stop(): Promise<void>;
    runNow(rule?: string): Promise<unknown>;
  };
  /** What `GET /_local/status` adds to clock and faults. */
  readonly status: () => Record<string, unknown>;
}

type Operation = (body: unknown) => Promise<unknown> | unknown;

const clockBody = z.union([
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ shiftMs: z.int() }),
  z.strictObject({ reset: z.literal(true) }),
]);
const switchBody = z.strictObject({ enabled: z.boolean() });
const meterBody = z.strictObject({ on: z.boolean() });
const redeliveryBody = z.strictObject({ inHandMs: z.int().min(0) });
const schedulesBody = z.strictObject({ rule: z.string().optional() });

const send = (response: ServerResponse, status: number, body: unknown) => {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
};

/** Milliseconds that a clock request asks the business clock to be ahead. */
function shiftOf(body: z.infer<typeof clockBody>): number {
  if ('now' in body) return Date.parse(body.now) - Date.now();
  return 'shiftMs' in body ? body.shiftMs : 0;
}

/** `/_local/…`: the controls that only the embedded runtime has, for people who test and for tests. */
export function createControl(setup: ControlSetup): RequestListener {
  const { clock, plan, meter, streams, queues, schedules } = setup;
  const tellClock = () => ({ now: new Date(clock.now()).toISOString(), shiftMs: clock.shiftMs });

  const operations: Record<string, Operation> = {
    'GET /_local/status': () => ({ ...setup.status(), clock: tellClock(), faults: plan.describe() }),
    'GET /_local/clock': tellClock,
    'POST /_local/clock': (body) => {
      clock.shiftMs = shiftOf(clockBody.parse(body));
      setup.keepShift(clock.shiftMs);
      return tellClock();
    },
    'POST /_local/streams': (body) => {
      const { enabled } = switchBody.parse(body);
      streams.setEnabled(enabled);
      return { enabled };
    },
    'POST /_local/queues/redeliver': (body) => {
      queues.redeliver(redeliveryBody.parse(body).inHandMs);
      return {};
    },
    'POST /_local/schedules': async (body) => {
      const { enabled } = switchBody.parse(body);
      await (enabled ? schedules.start() : schedules.stop());
      return { enabled };
    },
    'POST /_local/schedules/run': async (body) => ({
      runs: await schedules.runNow(schedulesBody.parse(body).rule),
    }),
    'POST /_local/meter': (body) => ({ charges: meter.set(meterBody.parse(body).on) }),
    'GET /_local/faults': () => plan.describe(),
    'POST /_local/faults': (body) => {
      plan.set(body);
      streams.setFaults(plan.streams);
      queues.setFaults(plan.queues);
      return plan.describe();
    },
  };

  async function perform(operation: Operation, request: IncomingMessage): Promise<[number, unknown]> {
    try {
      const bytes = (await readBytes(request, 65_536)) ?? Buffer.of();
      return [200, await operation(bytes.length === 0 ? {} : JSON.parse(bytes.toString('utf8')))];
    } catch (cause) {
      return [400, { message: cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause) }];
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOwn(request)) return send(response, 403, { message: '只能在本机使用' });
    const key = `${request.method} ${(request.url ?? '').split('?')[0]}`;
    const operation = operations[key];
    if (operation === undefined) {
      return send(response, 404, { message: `没有 ${key}`, known: Object.keys(operations) });
    }
    send(response, ...(await perform(operation, request)));
  }

  return (request, response) => void answer(request, response);
}
