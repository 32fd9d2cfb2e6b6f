/** The arrows of the house. `domain` is pure; contexts meet through app ports; web sees contracts, and the form engine that runs on what the API answers. */
const only = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { pathNot: to, dependencyTypesNot: ['core'] },
});
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    only(
      'domain-is-pure',
      '^functions/[^/]+/domain/',
      '^(functions/[^/]+/domain/|shared/(regulation|kernel|contracts)/)',
      'Rules see regulation, kernel and contracts, nothing of AWS.',
    ),
    {
      name: 'domain-without-node',
      severity: 'error',
      from: { path: '^functions/[^/]+/domain/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'app-below-api-and-store',
      severity: 'error',
      from: { path: '^functions/[^/]+/app/' },
      to: { path: '^(functions/[^/]+/(api|store)/|shared/(table|http)/|node_modules/@(aws-sdk|middy))' },
    },
    {
      name: 'store-sees-the-table',
      severity: 'error',
      from: { path: '^functions/[^/]+/store/' },
      to: { path: '^(functions/[^/]+/api/|shared/http/)' },
    },
    {
      name: 'contexts-meet-through-app',
      severity: 'error',
      from: { path: '^functions/([^/]+)/' },
      to: { path: '^functions/[^/]+/(api|store|domain)/', pathNot: '^functions/$1/' },
    },
    {
      name: 'infra-knows-entries-by-path',
      severity: 'error',
      from: { path: '^infra/' },
      to: { path: '^(functions|local|web)/' },
    },
    {
      name: 'infra-sees-contracts-and-names',
      severity: 'error',
      from: { path: '^infra/' },
      to: { path: '^shared/', pathNot: '^shared/(contracts|tenancy)/' },
    },
    {
      name: 'web-sees-contracts-and-the-form-engine',
      comment: 'The engine checks in the browser what the server checks again; rules and texts come as data.',
      severity: 'error',
      from: { path: '^web/' },
      to: {
        path: '^(functions|infra|local|shared)/',
        pathNot: '^shared/(contracts|regulation/application)/',
      },
    },
    {
      name: 'local-reads-output-only',
      severity: 'error',
      from: { path: '^local/' },
      to: { path: '^(functions|infra|web)/' },
    },
    {
      name: 'shared-stands-alone',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(functions|infra|local|web|test)/' },
    },
    {
      name: 'kernel-is-pure',
      severity: 'error',
      from: { path: '^shared/(kernel|regulation)/' },
      to: { path: 'node_modules/@(aws-sdk|middy|aws-lambda-powertools)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^web/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
};
