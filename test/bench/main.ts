/** `npm run bench -- NAME`: measures, and prints. Benches: see `benches` below. Nothing here asserts. */
import { benchPipeline } from './pipeline.ts';

const benches: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  pipeline: benchPipeline,
};

const [name, ...args] = process.argv.slice(2);
const bench = benches[name ?? ''];
if (bench === undefined) {
  console.error(`Give one of: ${Object.keys(benches).join(', ')}`);
  process.exitCode = 2;
} else {
  await bench(args);
}
