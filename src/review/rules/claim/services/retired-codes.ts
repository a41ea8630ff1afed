/**
 * CPT codes that left the code set and that claims still carry, by the first year without them (the latest that is sure), each with
 * the one code that took its place where one did.
 */
const RETIRED = `
2018: 99363>93792 99364>93793
2019: 10022>10005 11100>11102 11101>11103 27370>27369 92275>92273 96111>96112
2020: 90911>90912 92225>92201 92226>92202 96150>96156 96151>96156 96152>96158 96153>96164 96154>96167 19304 20005 20926 33010
2020: 33011 33015 64402 64410 64413 64550 76001 95827 95950 95951 95953 95956
2020: 95974 95975 95978 95979 96101 96102 96103 96118 96119 96120 96155 98969
2020: 99444
2021: 99201>99202 32405>32408 92585>92653 92586>92650
2022: 19324 19366 21310 49220 57112 69605 72275 76101 76102 76970 92559 92560
2022: 92561 92564 92992 92993 93561 93562 94250 94400 94750 94770 95071 95943
2023: 99217>99238 99218>99221 99219>99222 99220>99223 99224>99231 99225>99232 99226>99233 99241>99242 99251>99252 99324>99341 99325>99342 99326>99344
2023: 99327>99344 99328>99345 99334>99347 99335>99348 99336>99349 99337>99350 99343>99344 99354>99417 99355>99417 99356>99418 99357>99418 15850
2023: 49560 49561 49565 49566 49568 49570 49572 49580 49582 49585 49587 49590
2023: 49652 49653 49654 49655 49656 49657 99318 99339 99340
2025: 15819 21632 33471 47802 49203 49204 49205 50135 54438 58957 58958 86327
2025: 88388 99441 99442 99443
`;

interface Retired {
  readonly since: number;
  readonly successors: readonly string[];
}

const BY_CODE: ReadonlyMap<string, Retired> = new Map(
  RETIRED.trim()
    .split('\n')
    .flatMap((line) => {
      const [year = '', codes = ''] = line.split(': ');
      return codes.split(' ').map((entry): [string, Retired] => {
        const [code = '', ...successors] = entry.split('>');
        return [code, { since: Number(year), successors }];
      });
    }),
);

/**
 * What took the place of a retired code, empty where no one code did.
 * @param year calendar year of the service
 * @returns undefined for a code that was still in the code set in that year
 */
export function findRetired(code: string, year: number): readonly string[] | undefined {
  const retired = BY_CODE.get(code);
  return retired !== undefined && year >= retired.since ? retired.successors : undefined;
}
