import type { RequestListener } from 'node:http';
import type { AwsService, InvokeFunction } from '../contract.ts';
import type { ServeS3 } from '../s3/create-s3.ts';
import { metricsOfLine } from './embedded-metrics.ts';
import type { Meter } from './meter.ts';

/** Notes every invocation of a function with its time. */
export const meterInvocations =
  (invoke: InvokeFunction, meter: Meter): InvokeFunction =>
  async (name, event) => {
    if (!meter.on) return invoke(name, event);
    const begun = performance.now();
    const answer = await invoke(name, event);
    meter.note({ kind: 'invocation', name, ms: performance.now() - begun });
    return answer;
  };

/** Notes every line that a function writes. */
export const meterLines =
  (meter: Meter) =>
  (by: string, line: string): void => {
    if (meter.on)
      meter.note({ kind: 'line', by, bytes: Buffer.byteLength(line), metrics: metricsOfLine(line) });
  };

/** Notes every call of a service by its operation. */
export const meterService = (service: AwsService, name: 'states' | 'sqs', meter: Meter): AwsService => ({
  ...service,
  handle: (operation, body) => {
    meter.note({ kind: 'call', service: name, operation });
    return service.handle(operation, body);
  },
});

/** Notes every request at a bucket by its method. */
export const meterS3 =
  (serve: ServeS3, meter: Meter): ServeS3 =>
  async (request, response) => {
    const mine = await serve(request, response);
    if (mine) meter.note({ kind: 'call', service: 's3', operation: request.method ?? '' });
    return mine;
  };

/** Notes every request of people at the gateway. */
export const meterRequests =
  (gateway: RequestListener, meter: Meter): RequestListener =>
  (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    response.once('finish', () => meter.note({ kind: 'request', path, status: response.statusCode }));
    gateway(request, response);
  };
