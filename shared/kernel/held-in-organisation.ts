/** Posts of a department or a provider are held in its organisation, all others in the tenant. */
export const heldInOrganisation = (role: string): boolean => /^(department|provider)\./.test(role);
