import { Link, useParams } from 'react-router';
import type { CertificateView } from '#shared/contracts/reclamation.ts';
import { useCertificate } from '../../api/lifecycle.ts';
import { Button } from '../../parts/button.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import '../../parts/lifecycle/lifecycle.css';

/** The very bytes that were issued: their digest is what the public page shows. */
const download = ({ fileName, content }: CertificateView): void => {
  const address = URL.createObjectURL(new Blob([content], { type: 'text/html;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
};

/** 关停证明 as it was issued, to be kept and printed. */
export const CertificatePage = () => {
  const { reclamationId = '' } = useParams();
  const certificate = useCertificate(reclamationId);
  if (certificate.isPending) return <PageSkeleton />;
  if (!certificate.data) return <ProblemPanel error={certificate.error} onRetry={certificate.refetch} />;
  const { number, digest, address, content } = certificate.data;
  return (
    <>
      <title>{`${number} · 云网通`}</title>
      <div className="page-head">
        <h1>{number}</h1>
        <Button type="primary" onClick={() => download(certificate.data)}>
          下载证明文件
        </Button>
      </div>
      <div className="panel">
        <p>
          下载后用浏览器打开即可按 A4 打印。持有证明的任何人可以在
          <a href={address} target="_blank" rel="noreferrer">
            公开核验页
          </a>
          核对内容和文件摘要。
        </p>
        <p className="quiet small lifecycle-text">文件摘要（SHA-256）{digest}</p>
        <p>
          <Link to={`/reclamations/${reclamationId}`}>‹ 返回资源回收</Link>
        </p>
      </div>
      <iframe className="lifecycle-paper" title={number} sandbox="" srcDoc={content} />
    </>
  );
};
