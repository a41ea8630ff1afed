import { inRanges } from '../reading/claim-lines.ts';
import { findServiceFamily } from './index.ts';

/** Ranges in which codes have 90 global days almost without exception: fracture care, joint, breast, abdominal, spinal, eye surgery. */
const NINETY_DAYS: readonly (readonly [number, number])[] = [
  [19301, 19307],
  [23500, 23680],
  [24500, 24685],
  [25500, 25695],
  [26600, 26785],
  [27130, 27138],
  [27200, 27269],
  [27440, 27447],
  [27500, 27566],
  [27750, 27848],
  [28400, 28675],
  [33510, 33536],
  [42820, 42836],
  [44140, 44160],
  [44950, 44970],
  [47562, 47620],
  [49505, 49525],
  [49650, 49651],
  [55866, 55866],
  [58150, 58294],
  [58541, 58575],
  [60220, 60271],
  [63001, 63056],
  [66982, 66984],
];

/** Whether a procedure has a global period of 90 days, by the official table's word where there is one. */
export function isMajorProcedure(code: string, officialDays: string | undefined): boolean {
  if (officialDays !== undefined) return officialDays === '090';
  return findServiceFamily(code)?.globalDays === 90 || inRanges(code, NINETY_DAYS);
}
