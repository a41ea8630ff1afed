import { isEmCode } from '../../../em/em-families.ts';

const numberIn = (code: string, from: number, to: number): boolean =>
  /^\d{5}$/.test(code) && Number(code) >= from && Number(code) <= to;
/** Primaries by name, or by a test where they are many. */
type Primaries = readonly string[] | ((primary: string) => boolean);
const oneOf = (...codes: readonly string[]): readonly string[] => codes;

/** Add-on codes that most practices bill, with the test for a primary; used with the official table and without it. */
const ADD_ONS: ReadonlyMap<string, Primaries> = new Map<string, Primaries>([
  ...['90833', '90836', '90838'].map((code) => [code, isEmCode] as const),
  ['90785', (primary) => numberIn(primary, 90791, 90838) || primary === '90853' || isEmCode(primary)],
  ['90840', oneOf('90839')],
  ['99417', oneOf('99205', '99215', '99245', '99345', '99350', '99483')],
  ['99418', oneOf('99223', '99233', '99236', '99255', '99306', '99310')],
  ['G2212', oneOf('99205', '99215', '99483')],
  ['G0316', oneOf('99223', '99233', '99236')],
  ['G0317', oneOf('99306', '99310')],
  ['G0318', oneOf('99345', '99350')],
  ['G2211', (primary) => numberIn(primary, 99202, 99215) || numberIn(primary, 99341, 99350)],
  ['99292', oneOf('99291')],
  ['99498', oneOf('99497')],
  ['99439', oneOf('99490')],
  ['99489', oneOf('99487')],
  ['90461', oneOf('90460')],
  ['90472', oneOf('90460', '90471', '90473')],
  ['90474', oneOf('90460', '90471', '90473')],
  ['11001', oneOf('11000')],
  ['11045', oneOf('11042')],
  ['11046', oneOf('11043')],
  ['11047', oneOf('11044')],
  ['97598', oneOf('97597')],
  ['11103', oneOf('11102', '11104', '11106')],
  ['11105', oneOf('11104', '11106')],
  ['11107', oneOf('11106')],
  ['11201', oneOf('11200')],
  ['11732', oneOf('11730')],
  ['13102', oneOf('13101')],
  ['13122', oneOf('13121')],
  ['13133', oneOf('13132')],
  ['13153', oneOf('13152')],
  ['17003', oneOf('17000')],
  ['64462', oneOf('64461')],
  ['64480', oneOf('64479')],
  ['64484', oneOf('64483')],
  ['64491', oneOf('64490')],
  ['64494', oneOf('64493')],
  ['76802', oneOf('76801')],
  ['76810', oneOf('76805')],
  ['95885', (primary) => numberIn(primary, 95907, 95913)],
  ['95886', (primary) => numberIn(primary, 95907, 95913)],
  ['96361', oneOf('96360', '96365', '96374', '96409', '96413')],
  ['96366', oneOf('96365', '96367')],
  ['96367', oneOf('96365', '96374', '96409', '96413')],
  ['96368', oneOf('96365', '96366', '96413', '96415', '96416')],
  ['96375', oneOf('96365', '96374', '96409', '96413', '96360')],
  ['96376', oneOf('96365', '96374', '96375', '96409', '96413')],
  ['96415', oneOf('96413')],
  ['96417', oneOf('96413')],
  ['97811', oneOf('97810')],
  ['97814', oneOf('97810', '97813')],
  ['99153', oneOf('99151', '99152')],
]);

export function isBuiltInAddOn(code: string): boolean {
  return ADD_ONS.has(code);
}

/** Whether `primary` is a code that `addOn` may be added to, by the built-in families. */
export function isBuiltInPrimary(addOn: string, primary: string): boolean {
  const primaries = ADD_ONS.get(addOn);
  return typeof primaries === 'function' ? primaries(primary) : (primaries?.includes(primary) ?? false);
}

/** The primaries that the built-in families name one by one. */
export function namedPrimaries(addOn: string): readonly string[] {
  const primaries = ADD_ONS.get(addOn);
  return primaries === undefined || typeof primaries === 'function' ? [] : primaries;
}
