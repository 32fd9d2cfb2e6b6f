import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { readSignOutMark } from '../store/sign-out-marks.ts';

/** When people last signed out everywhere, for whoever judges their tokens. */
export interface SignOutMarks {
  /** Epoch seconds; tokens issued before serve no more. */
  signedOutAt(personId: string): Promise<number | undefined>;
}

export const signOutMarks = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): SignOutMarks => ({
  signedOutAt: (personId) => readSignOutMark(client, table, personId),
});
