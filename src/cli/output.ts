/**
 * Writes to stdout and waits until it is taken, so that a large answer into a pipe is not cut off. Where nobody reads any
 * more (`revrx … | head`), there is nothing to wait for.
 */
export async function print(text: string): Promise<void> {
  const { stdout } = process;
  if (stdout.destroyed || stdout.write(`${text}\n`)) return;
  await new Promise<void>((resolve) => {
    for (const event of ['drain', 'close', 'error'] as const) stdout.once(event, () => resolve());
  });
}

/** `1 review`, `2 reviews`. */
export function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
}

/** Rows as aligned columns; the first row is the heading. */
export function toTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
