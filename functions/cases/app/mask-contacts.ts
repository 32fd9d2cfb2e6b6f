import type { SavedSection } from './ports.ts';

const maskPhone = (phone: string): string =>
  phone.replace(/\d(?=\d{4})/g, (digit, at: number) => (at < 3 ? digit : '*'));
const maskEmail = (email: string): string => email.replace(/^(.).*(?=@)/, '$1***');
export const maskName = (name: string): string =>
  `${[...name][0] ?? ''}${'*'.repeat(Math.max([...name].length - 1, 0))}`;

const personal: Readonly<Record<string, (text: string) => string>> = {
  phone: maskPhone,
  contactPhone: maskPhone,
  cdoPhone: maskPhone,
  email: maskEmail,
  name: maskName,
  contactName: maskName,
  cdoName: maskName,
};
const personalSections = new Set(['contacts', 'report']);

/** Sections that name people: masked for other units, and kept apart when a round is frozen. */
export const namesPeople = ({ section }: Pick<SavedSection, 'section'>): boolean =>
  personalSections.has(section);

const maskValue = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(maskValue);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const mask = personal[key];
      return [key, mask && typeof member === 'string' ? mask(member) : maskValue(member)];
    }),
  );
};

/** Names, phone numbers and addresses of contacts, masked for everybody but the applicant's own unit. */
export const maskContacts = (sections: readonly SavedSection[]): SavedSection[] =>
  sections.map((section) =>
    namesPeople(section)
      ? { ...section, content: maskValue(section.content) as SavedSection['content'] }
      : section,
  );
