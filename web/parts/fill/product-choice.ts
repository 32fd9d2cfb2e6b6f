import { createContext } from 'react';
import type { CatalogueView } from '#shared/contracts/catalogue.ts';
import type { FormView } from '#shared/contracts/forms.ts';
import { type Product, productsInForce } from '../form/products-in-force.ts';
import { formatMoney } from '../format-money.ts';

interface ProductOption {
  readonly value: string;
  readonly label: string;
  /** Specification and price. */
  readonly detail: string;
  /** What typing is compared with. */
  readonly search: string;
}

/** What a resource line may be for. */
export interface ProductChoice {
  readonly products: ReadonlyMap<string, Product>;
  readonly options: readonly { readonly label: string; readonly options: readonly ProductOption[] }[];
}

const optionOf = ({ id, name, specification, unit, unitPriceFen }: Product, kind: string): ProductOption => ({
  value: id,
  label: name,
  detail: `${specification}　${formatMoney(unitPriceFen)} / ${unit}·月`,
  search: `${name} ${specification} ${kind}`.toLowerCase(),
});

/** Products that can be applied for on a day (ISO date), by kind; one that was taken off keeps its name in a line. */
export const productChoice = (form: FormView, catalogue: CatalogueView, on: string): ProductChoice => {
  const products = productsInForce(catalogue, on);
  const active = [...products.values()].filter(({ retiredOn }) => retiredOn === undefined || on < retiredOn);
  const options = form.resourceKinds.kinds.map(({ kind, label }) => ({
    label,
    options: active.filter((product) => product.kind === kind).map((product) => optionOf(product, label)),
  }));
  return { products, options: options.filter((group) => group.options.length > 0) };
};

/** Whether an option fits what was typed: every word somewhere in name, specification or kind. */
export const fitsTyped = (typed: string, search: string): boolean =>
  typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => search.includes(word));

export const ProductChoiceContext = createContext<ProductChoice>({ products: new Map(), options: [] });
