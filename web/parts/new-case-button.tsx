import { useNavigate } from 'react-router';
import { useSignedIn } from '../auth/signed-in.ts';
import { Button } from './button.tsx';

const clerk = 'department.clerk';

/** Only the clerk of a using department files applications. */
export const NewCaseButton = () => {
  const { membership } = useSignedIn();
  const navigate = useNavigate();
  if (!membership.roles.includes(clerk)) return null;
  return (
    <Button type="primary" onClick={() => void navigate('/cases/new')}>
      我要申请
    </Button>
  );
};
