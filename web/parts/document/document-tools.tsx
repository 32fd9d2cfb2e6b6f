import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Button } from '../button.tsx';

interface DocumentToolsProps {
  /** Where the document belongs. */
  readonly back: string;
  readonly label: string;
  readonly children?: ReactNode;
}

/** What stands above a document on the screen and is not printed. */
export const DocumentTools = ({ back, label, children }: DocumentToolsProps) => (
  <div className="document-tools">
    <Link to={back}>‹ {label}</Link>
    <span className="quiet">按 A4 纸排版；打印或另存为 PDF 时请关闭“页眉和页脚”。</span>
    <span>
      {children}
      <Button type="primary" onClick={() => window.print()}>
        打印
      </Button>
    </span>
  </div>
);
