import type { TenantId } from '#shared/kernel/tenant.ts';
import type { CountedSystem, InformationSystem, LifeEvent, Resource } from '../domain/resource.ts';

export interface SystemRef {
  readonly tenant: TenantId;
  readonly systemId: string;
}

/** A stretch of a list; `next` leads on. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next?: string;
}

/** 台账 of one data scope; the table's fence says which tenants it reaches. */
export interface RegistryStore {
  findSystem(ref: SystemRef): Promise<CountedSystem | undefined>;
  /** Systems of an organisation, or of a tenant, the newest first. */
  systemsOf(
    tenant: TenantId,
    organisation: string | undefined,
    after: string | undefined,
    limit: number,
  ): Promise<Page<CountedSystem>>;
  resourcesOf(ref: SystemRef): Promise<readonly Resource[]>;
  /** A stretch of a system's resources, from after one; of one pool where it is named. A stretch may be empty and lead on. */
  resourcePage(
    ref: SystemRef,
    wanted: {
      readonly after?: string | undefined;
      readonly limit: number;
      readonly pool?: Resource['pool']['kind'] | undefined;
    },
  ): Promise<Page<Resource>>;
  lifeOf(ref: SystemRef): Promise<readonly LifeEvent[]>;
}

/** What processes leave behind; every write may come again. */
export interface RegistryWriter extends Pick<RegistryStore, 'resourcesOf'> {
  findSystem(ref: SystemRef): Promise<InformationSystem | undefined>;
  /**
   * The department's system of this name; made, with the id of the case that first asks for it, if there is none, or
   * where the name is only that of the one that it takes the place of. Answers its id.
   */
  keepSystem(
    system: Omit<InformationSystem, 'systemId'> & {
      readonly caseId: string;
      /** A system that keeps no name any more. */
      readonly insteadOf?: string;
    },
  ): Promise<string>;
  /** Rows that are there already stay as they are. */
  addResources(resources: readonly Resource[]): Promise<void>;
  /**
   * Reads a resource, changes it and writes it unless somebody wrote in between, who is read again. `change` gives
   * undefined when there is nothing left to change. Answers the resource afterwards.
   */
  changeResource(
    ref: SystemRef,
    resourceId: string,
    change: (resource: Resource) => Resource | undefined,
  ): Promise<Resource | undefined>;
  note(ref: SystemRef, events: readonly LifeEvent[]): Promise<void>;
  /** The department's system that bears this name now. */
  findByName(tenant: TenantId, organisation: string, name: string): Promise<InformationSystem | undefined>;
  /** 关停: the system is closed, and its name free for another one. */
  closeSystem(ref: SystemRef, at: string): Promise<void>;
}
