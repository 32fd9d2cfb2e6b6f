/** What a number is made of: the node's name at the time, the year in Shanghai, the how-manieth case of both. */
export interface CaseNumberParts {
  readonly place: string;
  readonly year: string;
  readonly serial: number;
}

const digits = 4;

/** 办件编号 as people write it and read it out, e.g. 大丰区2026-0012; longer from the ten-thousandth case on. */
export const caseNumberOf = ({ place, year, serial }: CaseNumberParts): string =>
  `${place}${year}-${String(serial).padStart(digits, '0')}`;
