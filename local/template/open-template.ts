import { z } from 'zod';
import { inertTypes } from './inert-types.ts';
import type { Assembly, StackTemplate } from './load-assembly.ts';
import { type Lookup, resolveIntrinsics } from './resolve-intrinsics.ts';
import type { PlacedResource, ResourceKind } from './resource-kind.ts';

/** Where and for whom the templates are run. */
export interface Placement {
  readonly partition: string;
  readonly awsEndpoint: string;
  /** Values of the template parameters. */
  readonly parameters: Readonly<Record<string, string>>;
}

export interface FoundResource<Properties> extends PlacedResource {
  readonly logicalId: string;
  readonly ref: string;
  readonly properties: Properties;
}

/** Resolved access to all stacks of an assembly; values are evaluated when asked for, across stacks too. */
export class OpenTemplates {
  readonly #assembly: Assembly;
  readonly #kinds: ReadonlyMap<string, ResourceKind>;
  readonly #placement: Placement;
  readonly #resolving = new Set<string>();

  /** @throws when a resource type is neither among `kinds` nor known to be inert here */
  constructor(assembly: Assembly, kinds: readonly ResourceKind[], placement: Placement) {
    this.#assembly = assembly;
    this.#kinds = new Map(kinds.map((kind) => [kind.type, kind]));
    this.#placement = placement;
    for (const { name, template } of assembly.stacks) {
      for (const [logicalId, { Type, Condition }] of Object.entries(template.Resources)) {
        if (inertTypes.has(Type)) continue;
        if (!this.#kinds.has(Type))
          throw new Error(`${name}/${logicalId}: unsupported resource type ${Type}`);
        if (Condition !== undefined) throw new Error(`${name}/${logicalId}: Condition is not supported`);
      }
    }
  }

  /** All resources of one type, properties resolved and checked. */
  find<Schema extends z.ZodType>(kind: ResourceKind<Schema>): FoundResource<z.infer<Schema>>[] {
    return this.#assembly.stacks.flatMap((stack) =>
      Object.entries(stack.template.Resources)
        .filter(([, { Type }]) => Type === kind.type)
        .map(([logicalId, { Properties }]) => {
          const where = `${stack.name}/${logicalId} (${kind.type})`;
          const parsed = kind.properties.safeParse(this.#resolve(stack, Properties, where));
          if (!parsed.success) throw new Error(`${where}: unsupported\n${z.prettifyError(parsed.error)}`);
          const placed = this.#place(stack, logicalId, kind);
          return { ...placed, logicalId, ref: kind.ref(placed), properties: parsed.data };
        }),
    );
  }

  #resolve(stack: StackTemplate, value: unknown, where: string): unknown {
    if (this.#resolving.has(where)) throw new Error(`${where}: refers to itself`);
    this.#resolving.add(where);
    try {
      return resolveIntrinsics(value, this.#lookup(stack));
    } catch (cause) {
      throw new Error(`${where}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    } finally {
      this.#resolving.delete(where);
    }
  }

  #place(stack: StackTemplate, logicalId: string, kind: ResourceKind): PlacedResource {
    const fixed = stack.template.Resources[logicalId]?.Properties[kind.nameProperty ?? ''];
    const name =
      fixed === undefined
        ? `${stack.name}-${logicalId}`
        : String(this.#resolve(stack, fixed, `${stack.name}/${logicalId}.${kind.nameProperty}`));
    const { account, region } = stack;
    return {
      name,
      account,
      region,
      partition: this.#placement.partition,
      awsEndpoint: this.#placement.awsEndpoint,
    };
  }

  #kindOf(stack: StackTemplate, logicalId: string): ResourceKind {
    const type = stack.template.Resources[logicalId]?.Type;
    const kind = type === undefined ? undefined : this.#kinds.get(type);
    if (kind === undefined) throw new Error(`${logicalId} (${type ?? 'missing'}) cannot be referred to here`);
    return kind;
  }

  #parameter(stack: StackTemplate, name: string): unknown {
    const declared = stack.template.Parameters[name];
    if (declared === undefined) return undefined;
    const given = this.#placement.parameters[name];
    if (given !== undefined) return given;
    if (declared.Type.startsWith('AWS::') || declared.Default === undefined) {
      throw new Error(`Parameter ${name} of ${stack.name} has no value here`);
    }
    return declared.Default;
  }

  #pseudo(stack: StackTemplate): Record<string, string> {
    const { partition } = this.#placement;
    return {
      'AWS::AccountId': stack.account,
      'AWS::Region': stack.region,
      'AWS::Partition': partition,
      'AWS::StackName': stack.name,
      'AWS::StackId': `arn:${partition}:cloudformation:${stack.region}:${stack.account}:stack/${stack.name}/local`,
      'AWS::URLSuffix': partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com',
    };
  }

  #lookup(stack: StackTemplate): Lookup {
    return {
      ref: (name) => {
        if (name === 'AWS::NoValue') return undefined;
        const simple = this.#pseudo(stack)[name] ?? this.#parameter(stack, name);
        if (simple !== undefined) return simple;
        const kind = this.#kindOf(stack, name);
        return kind.ref(this.#place(stack, name, kind));
      },
      attribute: (logicalId, attribute) => {
        const kind = this.#kindOf(stack, logicalId);
        const read = kind.attributes[attribute];
        if (read === undefined) throw new Error(`${logicalId}.${attribute} (${kind.type}) is not supported`);
        return read(this.#place(stack, logicalId, kind));
      },
      importValue: (exportName) => this.#import(exportName),
    };
  }

  #import(exportName: string): unknown {
    for (const stack of this.#assembly.stacks) {
      for (const [id, { Value, Export }] of Object.entries(stack.template.Outputs)) {
        const where = `${stack.name}/Outputs.${id}`;
        if (Export === undefined || this.#resolve(stack, Export.Name, `${where}.Name`) !== exportName)
          continue;
        return this.#resolve(stack, Value, where);
      }
    }
    throw new Error(`No stack exports ${exportName}`);
  }
}
