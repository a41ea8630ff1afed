const Z = 1.96;

/** The 95 % interval of a share (Wilson score), which holds for few cases too. */
export function wilson(right: number, found: number): { readonly from: number; readonly to: number } {
  if (found === 0) return { from: 0, to: 1 };
  const share = right / found;
  const square = Z ** 2 / found;
  const middle = (share + square / 2) / (1 + square);
  const half = (Z * Math.sqrt((share * (1 - share)) / found + square / (4 * found))) / (1 + square);
  return { from: Math.max(0, middle - half), to: Math.min(1, middle + half) };
}
