import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { type AnnouncedMatter, describeAnnouncement } from '../app/describe-announcement.ts';
import type { Announcement, CaseRef } from '../app/ports.ts';
import { createCaseStore } from '../store/case-store.ts';

export type DescribeAnnouncement = (
  ref: CaseRef,
  announcement: Announcement,
) => Promise<readonly AnnouncedMatter[]>;

/** Cases as whoever tells people needs them: whom an announcement concerns and what it may say. */
export const announcedMatters = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): DescribeAnnouncement => {
  const services = {
    cases: createCaseStore(client, table),
    references: createReferenceReader(client, table),
    clock: systemBusinessClock,
  };
  return (ref, announcement) => describeAnnouncement(services, ref, announcement);
};
