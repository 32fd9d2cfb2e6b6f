export { reclamationRulesOf as rulesOf } from '#shared/regulation/find-reclamation.ts';
export { versionInForce } from '#shared/regulation/version-in-force.ts';
