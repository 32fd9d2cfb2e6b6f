import { sm3Hex } from '../sm3.ts';

/** Leaves and nodes are hashed under different words, so that no node passes for a leaf. */
const leaf = (text: string): string => sm3Hex(`leaf\n${text}`);
const node = (left: string, right: string): string => sm3Hex(`node\n${left}\n${right}`);

/** SM3 Merkle root over texts in the order given; a level's last odd one rises unchanged. */
export const merkleRoot = (texts: readonly string[]): string => {
  let level = texts.map(leaf);
  if (level.length === 0) return sm3Hex('empty');
  while (level.length > 1) {
    const above: string[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [left = '', right] = level.slice(i, i + 2);
      above.push(right === undefined ? left : node(left, right));
    }
    level = above;
  }
  return level[0] ?? '';
};
