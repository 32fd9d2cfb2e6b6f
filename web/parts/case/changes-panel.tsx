import type { CaseView, FieldChange } from '#shared/contracts/cases.ts';

type RowChange = NonNullable<FieldChange['rows']>[number];

const kinds: Readonly<Record<RowChange['kind'], string>> = {
  added: '新增',
  removed: '删除',
  changed: '修改',
};

const BeforeAfter = ({ before, after }: { readonly before: string; readonly after: string }) => (
  <>
    {before !== '' && <del>{before}</del>}
    {before !== '' && after !== '' && <span aria-hidden="true"> → </span>}
    {after !== '' && <ins>{after}</ins>}
  </>
);

const Change = ({ change }: { readonly change: FieldChange }) => (
  <li className="change">
    <div>
      <strong>{change.label}</strong>
      <span className="quiet small">　{change.section}</span>
    </div>
    {change.rows ? (
      <ul className="plain-list">
        {change.rows.map(({ kind, name, before, after }) => (
          <li key={`${kind} ${name}`} className="change-row">
            <span className={`status change-${kind}`}>{kinds[kind]}</span>
            <span className="quiet">{name}</span>
            <span>
              <BeforeAfter before={before} after={after} />
            </span>
          </li>
        ))}
      </ul>
    ) : (
      <div className="change-text">
        {change.context}
        <BeforeAfter before={change.before} after={change.after} />
      </div>
    )}
  </li>
);

/** 与上一轮相比: each field and row that differs, before → after. */
export const ChangesPanel = ({ view }: { readonly view: CaseView }) => {
  if (!view.changes) return null;
  const against = view.frozen ? view.round - 1 : view.round;
  const places = view.changes.reduce((sum, { rows }) => sum + (rows?.length ?? 1), 0);
  return (
    <section className="panel" aria-labelledby="changes">
      <h2 id="changes">
        与第 {against} 轮相比{places > 0 && `，改了 ${places} 处`}
      </h2>
      {view.changes.length === 0 && <p className="quiet">申请内容没有改动。</p>}
      <ul className="plain-list">
        {view.changes.map((change) => (
          <Change key={`${change.sectionId} ${change.label}`} change={change} />
        ))}
      </ul>
    </section>
  );
};
