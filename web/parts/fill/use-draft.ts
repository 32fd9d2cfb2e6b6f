import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { CaseView } from '#shared/contracts/cases.ts';
import type { FormView } from '#shared/contracts/forms.ts';
import { checkSectionShape } from '#shared/regulation/application/check-section-shape.ts';
import { callOperation } from '../../api/call-operation.ts';
import { beforeSigningOut } from '../../auth/before-signing-out.ts';
import { session } from '../../auth/session-store.ts';
import { useSignedIn } from '../../auth/signed-in.ts';
import { type Content, DraftStore, type Drafts } from './draft-store.ts';
import { keepUnsaved, takeKept } from './kept-drafts.ts';
import { type Contents, changedSections, type SetAside, settleForm, withValue } from './settle-form.ts';

const contentsOf = (drafts: Drafts): Contents =>
  Object.fromEntries(Object.entries(drafts).map(([section, { content }]) => [section, content]));

/** A section that was never saved starts with the name under which the draft was registered. */
const named = (view: CaseView, { systemNames }: FormView, contents: Contents): Contents => {
  if (view.sections.length > 0) return contents;
  const begun: Record<string, Content> = { ...contents };
  for (const { pointer } of systemNames.places) {
    const [, section = '', field = ''] = pointer.split('/');
    begun[section] = { ...begun[section], [field]: view.systemName };
  }
  return begun;
};

/** The application as it is being typed: what it holds, how it stands at the server, and what changes it. */
export const useDraft = (view: CaseView, form: FormView) => {
  const { caller } = useSignedIn();
  const { caseId } = view;
  const { sections } = form.form;
  const [store] = useState(
    () =>
      new DraftStore({
        sections: view.sections,
        now: () => Date.now(),
        save: (section, body, version) =>
          callOperation('saveSection', caller, { params: { caseId, section }, body, version }),
        check: (section, content) => {
          const spec = sections.find(({ id }) => id === section);
          return spec ? checkSectionShape(spec, content) : [];
        },
      }),
  );
  const drafts = useSyncExternalStore(store.subscribe, store.read);
  const contents = useMemo(() => contentsOf(drafts), [drafts]);
  const setAside = useRef<SetAside>(new Map());

  const replace = useCallback(
    (changes: Contents): void => {
      const before = contentsOf(store.read());
      const settled = settleForm(sections, { ...before, ...changes }, setAside.current);
      setAside.current = settled.setAside;
      store.edit(changedSections(before, settled.contents));
    },
    [store, sections],
  );
  const setField = useCallback(
    (section: string, field: string, value: unknown): void =>
      replace({ [section]: withValue(contentsOf(store.read())[section] ?? {}, field, value) }),
    [store, replace],
  );

  const opened = useRef(false);
  useEffect(() => {
    if (opened.current) return;
    opened.current = true;
    for (const [section, { content, version }] of Object.entries(takeKept(caller.membership, caseId))) {
      store.take(section, contentsOf(store.read())[section] ?? {}, version);
      store.edit({ [section]: content });
    }
    replace(named(view, form, contentsOf(store.read())));
  }, [store, replace, view, form, caller, caseId]);

  const queries = useQueryClient();
  useEffect(
    () => () => void queries.invalidateQueries({ queryKey: [caller.membership, 'case', caseId] }),
    [queries, caller, caseId],
  );

  // What could not be saved for want of a sign-in is saved as soon as there is one again, here or in another tab.
  useEffect(
    () =>
      session.listen({
        renewed: () => {
          if (!store.isSaved()) void store.flush();
        },
      }),
    [store],
  );

  useEffect(() => beforeSigningOut(() => store.flush()), [store]);

  const keep = useCallback(() => {
    keepUnsaved(caller.membership, caseId, store.read());
    store.keep();
  }, [store, caller, caseId]);
  /** The section as it stands at the server now. */
  const readAgain = async (section: string) => {
    const latest = await callOperation('getCase', caller, { params: { caseId } });
    return latest.sections.find((found) => found.section === section) ?? { content: {}, version: 0 };
  };
  return { drafts, contents, store, replace, setField, keep, readAgain };
};

export type Draft = ReturnType<typeof useDraft>;
