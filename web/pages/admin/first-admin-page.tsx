import { Navigate } from 'react-router';

/** 系统管理 begins with the people. */
export const FirstAdminPage = () => <Navigate to="/admin/people" replace />;
