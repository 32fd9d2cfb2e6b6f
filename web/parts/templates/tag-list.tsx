import type { TemplateView } from '#shared/contracts/documents.ts';

type Named = TemplateView['tags']['fields'];

const Tags = ({ heading, tags }: { readonly heading: string; readonly tags: Named }) => (
  <>
    <h4>{heading}</h4>
    <dl className="tags">
      {tags.map(({ name, says }) => [
        <dt key={`${name} tag`}>
          <code>{`{${name}}`}</code>
        </dt>,
        <dd key={name}>{says}</dd>,
      ])}
    </dl>
  </>
);

/** 可用标签: what a template of this document may ask for, and how each is written. */
export const TagList = ({ tags }: Pick<TemplateView, 'tags'>) => (
  <details className="section">
    <summary>
      <h3>可用标签</h3> <span className="quiet small">写在模板里的“{'{名称}'}”会换成办件内容</span>
    </summary>
    <Tags heading="文字" tags={tags.fields} />
    <h4>按情况保留</h4>
    <p className="quiet small">开头和结尾各占一段，中间的内容只在符合情况时出现。</p>
    <dl className="tags">
      {tags.conditions.map(({ name, says }) => [
        <dt key={`${name} tag`}>
          <code>{`{#${name}} {/${name}}`}</code>
        </dt>,
        <dd key={name}>{says}</dd>,
      ])}
    </dl>
    {tags.lists.map(({ name, says, fields }) => (
      <Tags
        key={name}
        heading={`列表：{#${name}} … {/${name}}（${says}，放在同一表格行的首尾）`}
        tags={fields}
      />
    ))}
  </details>
);
