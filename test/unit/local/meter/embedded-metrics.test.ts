import { describe, expect, it } from 'vitest';
import { metricsOfLine } from '#local/meter/embedded-metrics.ts';

const line = (dimensions: readonly (readonly string[])[], values: object) =>
  JSON.stringify({
    ...values,
    Logged: 1,
    _aws: {
      Timestamp: 1,
      CloudWatchMetrics: [
        { Namespace: 'yunwangtong', Dimensions: dimensions, Metrics: [{ Name: 'Logged', Unit: 'Count' }] },
      ],
    },
  });

describe('custom metrics of a log line', () => {
  it('are one for each set of dimensions, by their values', () => {
    const refused = line([['code'], ['code', 'refusal']], { code: 'http.refused', refusal: 'not-found' });
    expect(metricsOfLine(refused)).toEqual([
      'yunwangtong/Logged code=http.refused',
      'yunwangtong/Logged code=http.refused refusal=not-found',
    ]);
  });

  it.each(['Error: at handler', '{"level":"INFO"}', '{"_aws":{}}', '3', ''])('are none in %s', (text) => {
    expect(metricsOfLine(text)).toEqual([]);
  });
});
