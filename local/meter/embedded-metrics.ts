import { z } from 'zod';

const counting = z.looseObject({
  _aws: z.object({
    CloudWatchMetrics: z.array(
      z.object({
        Namespace: z.string(),
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.object({ Name: z.string() })),
      }),
    ),
  }),
});

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/**
 * Custom metrics that a log line counts by CloudWatch's embedded metric format, by name and values: each set of
 * dimensions is a metric of its own, and paid for as one.
 */
export const metricsOfLine = (line: string): readonly string[] => {
  const read = counting.safeParse(parsed(line));
  if (!read.success) return [];
  const { _aws, ...values } = read.data;
  const named = (names: readonly string[]) => names.map((name) => ` ${name}=${values[name]}`).join('');
  return _aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
    Dimensions.flatMap((names) => Metrics.map(({ Name }) => `${Namespace}/${Name}${named(names)}`)),
  );
};
