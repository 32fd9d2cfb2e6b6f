import { useNavigate } from 'react-router';
import { Button } from '../button.tsx';
import { Notice } from '../notice.tsx';

/** The form can't be written to any more, or not by this person. */
export const NotEditable = ({ caseId }: { readonly caseId: string }) => {
  const navigate = useNavigate();
  return (
    <Notice
      type="info"
      title="这份申请现在不能修改"
      description="申请已经送出，或不由您经办。可以在办件页查看全部内容；退回补正后由经办人修改。"
      action={<Button onClick={() => void navigate(`/cases/${caseId}`)}>查看办件</Button>}
    />
  );
};
