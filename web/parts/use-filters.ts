import { useSearchParams } from 'react-router';

/** Filters that live in the address bar: an empty one is left out, and the page can be kept, sent and gone back to. */
export const useFilters = <Name extends string>(names: readonly Name[]) => {
  const [search, setSearch] = useSearchParams();
  const values = Object.fromEntries(names.map((name) => [name, search.get(name) ?? undefined])) as Readonly<
    Record<Name, string | undefined>
  >;
  const change = (changed: Readonly<Partial<Record<Name, string | undefined>>>) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries<string | undefined>(changed))
          if (value === undefined || value === '') after.delete(name);
          else after.set(name, value);
        return after;
      },
      { replace: true },
    );
  return { values, change };
};
