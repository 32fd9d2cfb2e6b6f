import type { FormView } from '#shared/contracts/forms.ts';
import { type ApplicationForm, holds } from '#shared/regulation/application/application-form.ts';
import { ClauseChip } from '../clause-chip.tsx';

interface MaterialListProps {
  readonly materials: FormView['materials'];
  readonly contents: ApplicationForm;
}

/** 申请材料清单: what is the form itself, and what is handed in as a file. */
export const MaterialList = ({ materials, contents }: MaterialListProps) => (
  <section className="panel" aria-labelledby="materials">
    <h2 id="materials">申请材料清单</h2>
    <p className="quiet">“在线填写”的材料由本表生成；“上传文件”的材料在下面的“附件”中上传。</p>
    <ul className="fill-materials">
      {materials
        .filter(({ when }) => when === undefined || holds(contents, [when]))
        .map(({ id, title, clause, evidence }) => (
          <li key={id}>
            <span className="status">{evidence === 'file' ? '上传文件' : '在线填写'}</span> {title}{' '}
            <ClauseChip clause={clause} />
          </li>
        ))}
    </ul>
  </section>
);
