import type { Proof, Trace } from './weigh-claims.ts';

const score = ({ name, proven, total }: Proof): string =>
  `${`${proven}/${total}`.padStart(7)}  ${name}${proven === total ? '  ✓' : ''}`;

const listed = (proof: Proof): readonly string[] => [
  score(proof),
  ...(proof.unproven.length === 0 ? [] : [`         ${proof.unproven.map(({ id }) => id).join(' ')}`]),
];

/** The trace as text: waves in short, then each capability with the obligations that no passing test proves yet. */
export const printTrace = (trace: Trace): string =>
  ['By wave', ...trace.waves.map(score), '', 'By capability', ...trace.capabilities.flatMap(listed)].join(
    '\n',
  );

/** What a requirement still lacks, each obligation with what it says. */
export const printLacking = (requirement: string, { unproven, total }: Proof): string =>
  [
    `${requirement}: ${unproven.length} of ${total} obligations are unproven`,
    ...unproven.map(({ id, article, summary }) => `  ${id}  ${article}  ${summary}`),
  ].join('\n');
