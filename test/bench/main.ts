/** `npm run bench -- NAME`: measures, and prints. Benches: see `benches` below. Nothing here asserts. */
import { benchDeidentify } from './deidentify.ts';
import { benchPipeline } from './pipeline.ts';
import { benchReview } from './review.ts';

const benches: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  pipeline: benchPipeline,
  deidentify: benchDeidentify,
  review: benchReview,
};

const [name, ...args] = process.argv.slice(2);
const bench = benches[name ?? ''];
if (bench === undefined) {
  console.error(`Give one of: ${Object.keys(benches).join(', ')}`);
  process.exitCode = 2;
} else {
  await bench(args);
}
