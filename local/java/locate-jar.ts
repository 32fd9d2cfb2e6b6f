import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Folder that holds `DynamoDBLocal.jar` and `DynamoDBLocal_lib` (npm package `amplify-dynamodb-simulator`). */
export function locateJarFolder(): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve('amplify-dynamodb-simulator/package.json')), 'emulator');
}

/**
 * Arguments for `java` that start DynamoDB Local on a loopback port.
 * @param dataFolder where tables are kept; without it they live in memory
 */
export function dynamoLocalArguments(port: number, dataFolder?: string): string[] {
  const folder = locateJarFolder();
  return [
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
    '-jar',
    join(folder, 'DynamoDBLocal.jar'),
    '-port',
    String(port),
    '-sharedDb',
    '-disableTelemetry',
    ...(dataFolder === undefined ? ['-inMemory'] : ['-dbPath', dataFolder]),
  ];
}
