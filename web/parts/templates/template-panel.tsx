import { Popconfirm } from 'antd';
import { type ChangeEvent, useRef, useState } from 'react';
import type { TemplateChange, TemplateView } from '#shared/contracts/documents.ts';
import { formatSize } from '#shared/contracts/format-size.ts';
import { isStale } from '../../api/problem-error.ts';
import { Button } from '../button.tsx';
import { formatInstant } from '../format-time.ts';
import { Notice } from '../notice.tsx';
import { ProblemList } from '../problem-list.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { TagList } from './tag-list.tsx';
import { type ChosenTemplate, readChosen, useTemplateCommands } from './use-templates.ts';
import '../form/form.css';
import './templates.css';

type Commands = ReturnType<typeof useTemplateCommands>;

const Chosen = ({ file, commands }: { readonly file: ChosenTemplate; readonly commands: Commands }) => {
  const { preview, replace } = commands;
  return (
    <div className="template-chosen">
      <p>
        已选择 <strong>{file.fileName}</strong>，先用示例内容试填，看过再启用。
      </p>
      <p className="template-actions">
        <Button loading={preview.isPending} onClick={() => preview.mutate(file)}>
          检查并下载示例公文
        </Button>
        <Button type="primary" loading={replace.isPending} onClick={() => replace.mutate(file)}>
          启用这个模板
        </Button>
      </p>
      {preview.isSuccess && !preview.isPending && (
        <Notice type="success" title="检查通过，示例公文已下载，请打开核对版式。" />
      )}
    </div>
  );
};

const Changes = ({ changes }: { readonly changes: readonly TemplateChange[] }) => (
  <details className="section">
    <summary>
      <h3>更换记录</h3> <span className="quiet small">{changes.length} 次</span>
    </summary>
    {changes.length === 0 && <p className="quiet">还没有更换过，使用的是系统自带模板。</p>}
    <ol className="plain-list">
      {changes.map(({ version, isDefault, fileName, size, digest, at, by }) => (
        <li key={version} className="template-change">
          <span className="quiet">{formatInstant(at)}</span>
          <span>
            第 {version} 版：{isDefault ? '恢复系统自带模板' : `${fileName}（${formatSize(size)}）`}
            <span className="quiet">
              {' '}
              （{by.organisation} {by.name}）
            </span>
            <br />
            <span className="quiet small digest">校验值 {digest}</span>
          </span>
        </li>
      ))}
    </ol>
  </details>
);

/** 一份公文的模板: download, choose, check with a sample, put in place, restore. */
export const TemplatePanel = ({ template }: { readonly template: TemplateView }) => {
  const { kind, title, version, isDefault, changes, tags } = template;
  const picker = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<ChosenTemplate>();
  const commands = useTemplateCommands(kind, version);
  const { download, preview, replace, restore } = commands;
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target;
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    preview.reset();
    replace.reset();
    setFile(await readChosen(chosen));
    // Emptied, so that the same file can be chosen again after it was mended.
    input.value = '';
  };
  const error = [replace, preview, restore, download].find((command) => command.error)?.error;
  return (
    <section className="panel" aria-labelledby={`template-${kind}`}>
      <h2 id={`template-${kind}`}>
        {title}
        <span className="quiet small">　{isDefault ? '系统自带模板' : `本市模板第 ${version} 版`}</span>
      </h2>
      <p className="template-actions">
        <Button loading={download.isPending} onClick={() => download.mutate()}>
          下载现行模板
        </Button>
        <Button onClick={() => picker.current?.click()}>上传新模板</Button>
        <input
          ref={picker}
          type="file"
          accept=".docx"
          hidden
          aria-label={`选择${title}模板文件`}
          onChange={(event) => void choose(event)}
        />
        {!isDefault && (
          <Popconfirm
            title={`${title}恢复系统自带模板？`}
            description="以后生成的公文都用系统自带模板，已更换的版本保留在记录中。"
            okText="恢复"
            cancelText="不恢复"
            onConfirm={() => restore.mutate()}
          >
            <Button danger loading={restore.isPending}>
              恢复系统自带模板
            </Button>
          </Popconfirm>
        )}
      </p>
      {file && !replace.isSuccess && <Chosen file={file} commands={commands} />}
      {replace.isSuccess && file && <Notice type="success" title="新模板已启用，以后生成的公文都用它。" />}
      {error && (
        <>
          <ProblemPanel error={error} onRetry={isStale(error) ? () => window.location.reload() : undefined} />
          <ProblemList error={error} />
        </>
      )}
      <TagList tags={tags} />
      <Changes changes={changes} />
    </section>
  );
};
