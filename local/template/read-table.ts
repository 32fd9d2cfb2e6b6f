import type { OpenTemplates } from './open-template.ts';
import { arnOf } from './resource-kind.ts';
import { type TableProperties, tableKind } from './resources/table.ts';

export interface TableSpec {
  readonly name: string;
  readonly arn: string;
  readonly properties: TableProperties;
}

/** The one table of the app. */
export function readTable(templates: OpenTemplates): TableSpec {
  const [table, second] = templates.find(tableKind);
  if (table === undefined || second !== undefined) throw new Error('The app must hold exactly one table');
  return {
    name: table.name,
    arn: arnOf(table, 'dynamodb', `table/${table.name}`),
    properties: table.properties,
  };
}
