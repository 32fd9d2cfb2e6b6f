import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { systemWallClock } from '#shared/kernel/clock.ts';
import { issueLink, type LinkSubject } from '../app/issue-link.ts';
import { type MadeCode, makeCode } from '../app/make-code.ts';
import type { Link } from '../domain/link.ts';
import { createLinkStore } from '../store/link-store.ts';

/** Links as whoever sends them needs them. */
export interface LinksForNotices {
  /** Answers the token of a new link. */
  issue(subject: LinkSubject): Promise<string>;
  makeCode(linkId: string): Promise<MadeCode | undefined>;
  find(linkId: string): Promise<Link | undefined>;
}

export const linksForNotices = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): LinksForNotices => {
  const links = createLinkStore(client, table);
  const services = { links, clock: systemWallClock };
  return {
    issue: (subject) => issueLink(services, subject),
    makeCode: (linkId) => makeCode(services, linkId),
    find: (linkId) => links.load(linkId),
  };
};
