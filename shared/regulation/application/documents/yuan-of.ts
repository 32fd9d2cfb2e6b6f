/** Fen → yuan as official papers write it, `12,345.67`. */
export const yuanOf = (fen: number): string => {
  const yuan = Math.trunc(Math.abs(fen) / 100).toString();
  const cents = (Math.abs(fen) % 100).toString().padStart(2, '0');
  return `${fen < 0 ? '-' : ''}${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
};
