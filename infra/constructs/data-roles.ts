import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { FunctionName } from '../function-entries.ts';
import type { DataRole } from '../names.ts';
import { FencedRole, sessionTag } from './data-role.ts';
import type { SingleTable } from './single-table.ts';

export interface DataRolesProps {
  readonly table: SingleTable;
}

/** No Scan, no PartiQL, no batch writes: none of them is needed, and the first two slip past a fence by key. */
const readActions = [
  'dynamodb:BatchGetItem',
  'dynamodb:ConditionCheckItem',
  'dynamodb:GetItem',
  'dynamodb:Query',
];
/** Nobody deletes what a tenant has: no person's request needs to. */
const writeActions = ['dynamodb:PutItem', 'dynamodb:UpdateItem'];

/** Functions that serve signed-in people: fenced to their tenant or to what their city publishes, never the system. */
const tenantFunctions: FunctionName[] = [
  'cases',
  'desks',
  'messages',
  'provisioning',
  'registry',
  'obligations',
  'reclamation',
  'files',
  'tenancy',
  'exports',
  'exports-build',
];
/** These only look at what the tenant has; what they write is a city's reference, under a role of its own. */
const readingFunctions: FunctionName[] = ['documents', 'calendar'];
const referenceFunctions: FunctionName[] = ['catalogue', 'trials'];
/**
 * `link` serves nobody who is signed in: its requests name a secret, and one transaction spans link and case;
 * `certificates` looks up by a secret, too.
 */
const systemFunctions: FunctionName[] = [
  'authorizer',
  'cases-steps',
  'provisioning-steps',
  'reclamation-steps',
  'cases-advance',
  'link',
  'certificates',
  'notify',
  'calendar-recompute',
  'lifecycle',
  'desks-hand-over',
  'journal-anchor',
  'cases-sweep',
];

const city = sessionTag('city');
const county = sessionTag('county');
const organisation = sessionTag('organisation');

/**
 * Who reads and writes which keys of the table. Tenants are told apart by the session tags `city` and `county`,
 * compared with the partition key of each item, or of the index that is queried.
 */
export class DataRoles extends Construct {
  constructor(scope: Construct, id: string, { table }: DataRolesProps) {
    super(scope, id);
    this.tenantRole('county', table, `T#${city}/${county}#*`, [`R#${city}#DIRECTORY#${county}`]);
    this.tenantRole('city', table, `T#${city}/*`, [`R#${city}#DIRECTORY#*`, `R#${city}#TENANTS`]);
    this.readerRole('county-reader', table, `T#${city}/${county}#*`);
    this.readerRole('city-reader', table, `T#${city}/*`);
    this.role('reference', referenceFunctions, [fenced([`R#${city}#*`], readActions, [table.tableArn])]);
    // 0501: puts into the one partition of its city's catalogue, beside its answers; of memberships it only asks.
    this.role(
      'catalogue',
      ['catalogue'],
      [
        fenced([`R#${city}#*`], readActions, [table.tableArn]),
        fenced(
          [`R#${city}#CATALOGUE`, `T#${city}/_city#I#*`],
          ['dynamodb:GetItem', 'dynamodb:PutItem'],
          [table.tableArn],
        ),
        fenced([`T#${city}/_city#M#*`], ['dynamodb:ConditionCheckItem'], [table.tableArn]),
      ],
    );
    this.role('templates', ['documents'], publishing(table, `R#${city}#TEMPLATES`, `T#${city}/_city`));
    this.role('calendar', ['calendar'], publishing(table, `R#${city}#CALENDAR`, `T#${city}/${county}`));
    // For functions whose own roles write nothing of the caller's tenant, or, a provider's, nothing in any tenant.
    this.role(
      'usage',
      ['provisioning', 'documents', 'trials'],
      [fenced([`T#${city}/${county}#USE#*`], ['dynamodb:UpdateItem'], [table.tableArn])],
    );
    // A provider's own orders and answers; of its city it reads what is published, of posts it only asks.
    this.role(
      'provider',
      ['provisioning'],
      [
        fenced([`P#${organisation}#*`], [...readActions, ...writeActions], [table.tableArn]),
        fenced([`P#${organisation}#*`], ['dynamodb:Query'], table.indexArns('worklist')),
        fenced([`R#${city}#*`], readActions, [table.tableArn]),
        fenced(
          [`T#${city}/_city#M#*`, `T#${city}/_city#STANDING`],
          ['dynamodb:ConditionCheckItem'],
          [table.tableArn],
        ),
      ],
    );
    // A work order lies with its provider and is called after the case or process of the county that it is for.
    this.role(
      'work-reader',
      ['exports-build'],
      [fenced([`P#${city}-*#W#${county}.*`], ['dynamodb:Query'], [table.tableArn])],
    );
    this.role('system', systemFunctions, [
      allow([...readActions, ...writeActions, 'dynamodb:DeleteItem'], [table.tableArn]),
      allow(['dynamodb:Query'], table.indexArns('worklist', 'due', 'lookup')),
    ]);
  }

  /** `directory`: what it writes of the city's directory; one statement, since one transaction writes both. */
  private tenantRole(
    role: 'county' | 'city',
    table: SingleTable,
    ownKeys: string,
    directory: string[],
  ): void {
    this.role(role, tenantFunctions, [
      fenced([ownKeys, ...directory], [...readActions, ...writeActions], [table.tableArn]),
      fenced([ownKeys], ['dynamodb:Query'], table.indexArns('worklist', 'lookup')),
      fenced([`R#${city}#*`], readActions, [table.tableArn]),
    ]);
  }

  private readerRole(role: 'county-reader' | 'city-reader', table: SingleTable, ownKeys: string): void {
    this.role(role, readingFunctions, [
      fenced([ownKeys, `R#${city}#*`], readActions, [table.tableArn]),
      fenced([ownKeys], ['dynamodb:Query'], table.indexArns('worklist', 'lookup')),
    ]);
  }

  private role(role: DataRole, users: FunctionName[], statements: PolicyStatement[]): void {
    const description = `Reads and writes the table as ${role}`;
    new FencedRole(this, { role, description, users, policy: 'table', statements });
  }
}

function allow(actions: string[], resources: string[]): PolicyStatement {
  return new PolicyStatement({ effect: Effect.ALLOW, actions, resources });
}

/**
 * What a tenant publishes for its people is put in one partition, entered in the tenant's journal of administration in the
 * same transaction (so one statement names both), and asks whether whoever does it still may.
 */
function publishing(table: SingleTable, partition: string, tenant: string): PolicyStatement[] {
  return [
    fenced([partition], readActions, [table.tableArn]),
    fenced(
      [partition, `${tenant}#ADMINISTRATION`],
      ['dynamodb:GetItem', 'dynamodb:PutItem'],
      [table.tableArn],
    ),
    fenced([`${tenant}#M#*`, `${tenant}#STANDING`], ['dynamodb:ConditionCheckItem'], [table.tableArn]),
  ];
}

/** `ForAllValues` alone also holds when a request carries no key at all; `Null` takes that case away. */
function fenced(keys: string[], actions: string[], resources: string[]): PolicyStatement {
  const statement = allow(actions, resources);
  statement.addConditions({
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys },
    Null: { 'dynamodb:LeadingKeys': 'false' },
  });
  return statement;
}
