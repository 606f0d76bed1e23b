/** A person's roles are a set; none implies another, `admin` included. */
export const ROLES = ['admin', 'lead', 'curator', 'reviewer', 'reader'] as const;
export type Role = (typeof ROLES)[number];
