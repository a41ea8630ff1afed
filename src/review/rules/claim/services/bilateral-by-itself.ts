/** Codes that stand for both sides, or for one or both, by what they are (PPRRVU bilateral indicator 2). Numbers only. */
const BOTH_SIDES =
  /^(?:30801|30802|31231|55250|55300|5860[05]|58611|58615|5867[01]|58700|58720|58940|64611|64615|64650|70330|7352[123]|73565|73050|7704[79]|7706[67]|77063|G0279|920(?:0[24]|1[24]|20|60|65|8[123])|921(?:32|33|34|37)|922(?:0[12]|50|73|74|8[3567])|925(?:4[0-9]|5[0-9]|6[0-9]|7[0-9]|8[2-8])|93880|93922|93923|93924|93925|93930|93970|9397[5-9]|93985)$/;

/** Codes to which sides do not apply at all: visits, tests, drugs, vaccines, skin counted by lesion (PPRRVU bilateral indicators 0 and 9). */
const NO_SIDES: readonly (readonly [number, number])[] = [
  [10040, 10081],
  [11042, 11047],
  [11055, 11057],
  [11102, 11107],
  [11200, 11201],
  [11300, 11313],
  [11400, 11446],
  [11600, 11646],
  [11719, 11732],
  [11900, 11901],
  [11976, 11983],
  [12001, 13153],
  [17000, 17286],
  [20552, 20553],
  [31575, 31579],
  [36400, 36416],
  [43191, 43259],
  [44950, 44970],
  [45300, 45398],
  [47562, 47564],
  [51700, 51798],
  [52000, 52000],
  [52204, 52287],
  [57150, 58301],
  [59000, 59899],
  [62270, 62327],
  [70450, 70498],
  [70540, 70553],
  [71045, 71048],
  [71250, 71275],
  [72020, 72159],
  [74018, 74183],
  [76536, 76536],
  [76700, 76776],
  [76801, 76857],
  [77080, 77086],
  [80047, 89398],
  [90281, 90899],
  [93000, 93278],
  [93303, 93351],
  [94002, 95199],
  [95249, 95251],
  [95782, 95830],
  [95860, 95864],
  [95885, 95887],
  [95907, 95913],
  [96105, 96549],
  [97010, 97799],
  [97802, 97804],
  [98925, 98943],
  [99070, 99607],
];

/** Whether modifier 50 has no place on a code, by its number, where no official table says so. */
export function takesNoBilateral(code: string): boolean {
  if (BOTH_SIDES.test(code)) return true;
  const number = /^\d{5}$/.test(code) ? Number(code) : undefined;
  return number !== undefined && NO_SIDES.some(([from, to]) => number >= from && number <= to);
}

/** Both sides, or one or both, in one code: two lines with a side each bill it twice. */
export function holdsBothSides(code: string): boolean {
  return BOTH_SIDES.test(code);
}
