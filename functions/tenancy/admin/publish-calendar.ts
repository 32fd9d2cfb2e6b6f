import { readFileSync } from 'node:fs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { publishAtCommandLine } from '#functions/calendar/ports/publish-at-command-line.ts';

/** Publishes a file's notice for a city or a county; answers the calendar's version. Throws when it is refused. */
export const publishCalendar = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  whose: string,
  file: string,
): Promise<number> => publishAtCommandLine(client, table, whose, JSON.parse(readFileSync(file, 'utf8')));
