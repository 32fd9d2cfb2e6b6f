import type { Units } from './capacity-units.ts';

/** An item that a request touched, by its key. */
export interface TouchedItem extends Units {
  readonly pk: string;
  readonly sk: string;
  readonly access: 'read' | 'write' | 'check';
}

/** Something that AWS would charge for. */
export type Charge =
  | ({
      readonly kind: 'table';
      readonly operation: string;
      readonly index?: string;
      /** The function that asked. */
      readonly by: string | undefined;
      readonly items: readonly TouchedItem[];
    } & Units)
  | {
      readonly kind: 'call';
      readonly service: 'states' | 'sqs' | 's3';
      readonly operation: string;
    }
  | { readonly kind: 'invocation'; readonly name: string; readonly ms: number }
  | { readonly kind: 'request'; readonly path: string; readonly status: number }
  /** A line in a function's log, and the custom metrics that it counts. */
  | {
      readonly kind: 'line';
      readonly by: string;
      readonly bytes: number;
      readonly metrics: readonly string[];
    };

/** Writes down what is charged, while it is on. */
export class Meter {
  #on = false;
  #charges: Charge[] = [];

  get on(): boolean {
    return this.#on;
  }

  note(charge: Charge): void {
    if (this.#on) this.#charges.push(charge);
  }

  /** What was written down since it was last set. */
  set(on: boolean): readonly Charge[] {
    const noted = this.#charges;
    this.#charges = [];
    this.#on = on;
    return noted;
  }
}
