export interface TagView {
  readonly tag: string;
  readonly label: string;
  readonly sample: string;
}

/** What may stand between braces, and what takes its place. */
export const TextTags = ({ tags }: { readonly tags: readonly TagView[] }) => (
  <dl className="tag-list">
    {tags.map(({ tag, label }) => (
      <div key={tag} style={{ display: 'contents' }}>
        <dt>{`{${tag}}`}</dt>
        <dd>{label}</dd>
      </div>
    ))}
  </dl>
);
