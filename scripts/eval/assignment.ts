/**
 * The one-to-one assignment of rows to columns of greatest total weight (Hungarian method with potentials, O(n³)). For each row its
 * column, or -1. Weights are not negative; what weighs nothing is not assigned.
 */
export function assign(weights: readonly (readonly number[])[]): number[] {
  const size = Math.max(weights.length, ...weights.map((row) => row.length), 0);
  const cost = (row: number, column: number) => -(weights[row - 1]?.[column - 1] ?? 0);
  const zeros = () => Array.from({ length: size + 1 }, () => 0);
  const [rowPotential, columnPotential, rowOf] = [zeros(), zeros(), zeros()];
  for (let row = 1; row <= size; row += 1) {
    const [least, way, seen] = [zeros().fill(Infinity), zeros(), zeros()];
    rowOf[0] = row;
    let column = 0;
    do {
      seen[column] = 1;
      const current = rowOf[column] ?? 0;
      let next = 0;
      let delta = Infinity;
      for (let other = 1; other <= size; other += 1) {
        if (seen[other] === 1) continue;
        const reduced = cost(current, other) - (rowPotential[current] ?? 0) - (columnPotential[other] ?? 0);
        if (reduced < (least[other] ?? Infinity)) {
          least[other] = reduced;
          way[other] = column;
        }
        if ((least[other] ?? Infinity) < delta) {
          delta = least[other] ?? Infinity;
          next = other;
        }
      }
      for (let other = 0; other <= size; other += 1) {
        if (seen[other] === 1) {
          rowPotential[rowOf[other] ?? 0] = (rowPotential[rowOf[other] ?? 0] ?? 0) + delta;
          columnPotential[other] = (columnPotential[other] ?? 0) - delta;
        } else least[other] = (least[other] ?? Infinity) - delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const before = way[column] ?? 0;
      rowOf[column] = rowOf[before] ?? 0;
      column = before;
    }
  }
  const columnOf = weights.map(() => -1);
  rowOf.forEach((row, column) => {
    if (column > 0 && row > 0 && (weights[row - 1]?.[column - 1] ?? 0) > 0) columnOf[row - 1] = column - 1;
  });
  return columnOf;
}
