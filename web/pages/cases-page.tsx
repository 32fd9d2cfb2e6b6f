export const CasesPage = () => <section className="page" />;
