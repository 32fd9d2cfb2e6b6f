import { useNavigate } from 'react-router';
import { useSignedIn } from '../auth/signed-in.ts';
import { Button } from './button.tsx';

const preparers = ['department.clerk', 'provider.engineer'];

/** Only the clerk of a using department and the provider's engineer file applications. */
export const NewCaseButton = () => {
  const { membership } = useSignedIn();
  const navigate = useNavigate();
  if (!membership.roles.some((role) => preparers.includes(role))) return null;
  return (
    <Button type="primary" onClick={() => void navigate('/cases/new')}>
      我要申请
    </Button>
  );
};
