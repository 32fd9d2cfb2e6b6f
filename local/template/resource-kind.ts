import { z } from 'zod';

/** Where a resource lives, with its physical name; what Ref and GetAtt are made of. */
export interface PlacedResource {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  /** Base URL of the local AWS endpoint. */
  readonly awsEndpoint: string;
}

/** How one resource type is read: every property it honours or knowingly leaves inert, its Ref and attributes. */
export interface ResourceKind<Schema extends z.ZodType = z.ZodType> {
  readonly type: string;
  /** Strict: a property that is not listed refuses the template. */
  readonly properties: Schema;
  /** Property with the fixed physical name, where the type has one. */
  readonly nameProperty?: string;
  readonly ref: (resource: PlacedResource) => string;
  readonly attributes: Readonly<Record<string, (resource: PlacedResource) => string>>;
}

export const defineKind = <Schema extends z.ZodType>(kind: ResourceKind<Schema>): ResourceKind<Schema> =>
  kind;

/** `arn:<partition>:<service>:<region>:<account>:<rest>` */
export const arnOf = (
  { partition, region, account }: PlacedResource,
  service: string,
  rest: string,
): string => `arn:${partition}:${service}:${service === 'iam' ? '' : region}:${account}:${rest}`;

export const byName = ({ name }: PlacedResource): string => name;

/** A property that changes nothing observable on one machine; known, so not refused. */
export const inert = z.unknown().optional();
