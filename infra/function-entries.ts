/** Every Lambda function by its short name, and the module that exports its `handler`, from the project's root. */
export const functionEntries = {
  authorizer: 'functions/tenancy/api/authorizer.ts',
  tenancy: 'functions/tenancy/api/http.ts',
  cases: 'functions/cases/api/http.ts',
  desks: 'functions/desks/api/http.ts',
  'desks-hand-over': 'functions/desks/api/hand-over.ts',
  catalogue: 'functions/catalogue/api/http.ts',
  calendar: 'functions/calendar/api/http.ts',
  provisioning: 'functions/provisioning/api/http.ts',
  registry: 'functions/registry/api/http.ts',
  obligations: 'functions/obligations/api/http.ts',
  reclamation: 'functions/reclamation/api/http.ts',
  trials: 'functions/trials/api/http.ts',
  messages: 'functions/notify/api/http.ts',
  files: 'functions/cases/api/files.ts',
  exports: 'functions/tenancy/api/exports.ts',
  'exports-build': 'functions/tenancy/api/build-export.ts',
  documents: 'functions/documents/api/http.ts',
  session: 'functions/session/api/http.ts',
  web: 'functions/web/api/http.ts',
  'cases-steps': 'functions/cases/api/steps.ts',
  'provisioning-steps': 'functions/provisioning/api/steps.ts',
  'reclamation-steps': 'functions/reclamation/api/steps.ts',
  'cases-stream': 'functions/cases/api/stream.ts',
  'cases-advance': 'functions/cases/api/advance.ts',
  link: 'functions/link/api/http.ts',
  certificates: 'functions/reclamation/api/check-certificate.ts',
  notify: 'functions/notify/api/consume.ts',
  'calendar-recompute': 'functions/calendar/api/recompute.ts',
  lifecycle: 'functions/lifecycle/api/consume.ts',
  'journal-anchor': 'functions/anchoring/api/anchor.ts',
  'cases-sweep': 'functions/cases/api/sweep.ts',
} as const;

export type FunctionName = keyof typeof functionEntries;

export const functionNames = Object.keys(functionEntries) as FunctionName[];
