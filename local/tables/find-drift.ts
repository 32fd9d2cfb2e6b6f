import type { TableSpec } from '../template/read-table.ts';

type KeySchema = { AttributeName: string; KeyType: string }[];
interface Described {
  KeySchema: KeySchema;
  GlobalSecondaryIndexes?: {
    IndexName: string;
    KeySchema: KeySchema;
    Projection: { ProjectionType: string };
  }[];
  StreamSpecification?: { StreamViewType?: string };
}

const keysText = (keys: KeySchema) =>
  keys.map(({ AttributeName, KeyType }) => `${AttributeName} ${KeyType}`).join(', ');

const indexesText = (indexes: NonNullable<Described['GlobalSecondaryIndexes']>) =>
  indexes
    .map(
      ({ IndexName, KeySchema, Projection }) =>
        `${IndexName}(${keysText(KeySchema)}, ${Projection.ProjectionType})`,
    )
    .sort()
    .join(' ');

/** Differences between the template's table and the one that exists, each as one sentence. */
export function findDrift({ properties }: TableSpec, existing: Record<string, unknown>): string[] {
  const described = existing as unknown as Described;
  const compared = {
    主键: [keysText(properties.KeySchema), keysText(described.KeySchema)],
    索引: [
      indexesText(properties.GlobalSecondaryIndexes),
      indexesText(described.GlobalSecondaryIndexes ?? []),
    ],
    流: [
      properties.StreamSpecification?.StreamViewType ?? '无',
      described.StreamSpecification?.StreamViewType ?? '无',
    ],
  };
  return Object.entries(compared)
    .filter(([, [wanted, found]]) => wanted !== found)
    .map(([what, [wanted, found]]) => `${what}应为 ${wanted}，实为 ${found}`);
}
