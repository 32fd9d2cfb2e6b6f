import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { keys } from '#shared/table/keys.ts';
import { type Post, postHolders } from './post-holders.ts';

export interface RegisteredContact {
  readonly name: string;
  readonly phone: string;
}

/** 人员登记: name and registered phone of the first who stands in a post; undefined where nobody does. */
export type ContactOfPost = (post: Post) => Promise<RegisteredContact | undefined>;

const contactItem = z.object({ phone: z.string() });

export const contactOfPost = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): ContactOfPost => {
  const posts = postHolders(client, table);
  return async (post) => {
    const [holder] = await posts.holdersOf(post);
    if (!holder) return undefined;
    const Key = keys.contact(post.tenant, holder.id);
    const { Item } = await client.send(new GetCommand({ TableName: table, Key }));
    return { name: holder.name, phone: Item ? contactItem.parse(Item).phone : '' };
  };
};
