import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { TemplatePanel } from '../../parts/templates/template-panel.tsx';
import { useTemplates } from '../../parts/templates/use-templates.ts';

/** 公文模板: what the city's documents are made by. */
export const TemplatesPage = () => {
  const list = useTemplates();
  if (list.isPending) return <PageSkeleton />;
  if (!list.data) return <ProblemPanel error={list.error} onRetry={list.refetch} />;
  return (
    <>
      <title>公文模板 · 云网通</title>
      <h1>公文模板</h1>
      <p className="quiet">
        本市各县（市、区）的公文都按这里的模板生成。下载现行模板，用 Word 或 WPS
        修改后上传；只能用列出的标签，不能含宏、嵌入对象、超链接、批注和修订，文件不超过 300 KB。
      </p>
      {list.data.items.map((template) => (
        <TemplatePanel key={template.kind} template={template} />
      ))}
    </>
  );
};
