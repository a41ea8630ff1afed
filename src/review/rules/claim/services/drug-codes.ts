/**
 * Drugs that offices and infusion rooms give most, with what one unit of the code stands for (HCPCS Level II, public), for codes that the
 * loaded table does not hold: name and amount of each, by code.
 */
const UNITS = `
J0129 abatacept 10 mg|J0131 acetaminophen 10 mg|J0171 epinephrine 0.1 mg|J0178 aflibercept 1 mg|J0290 ampicillin 500 mg
J0401 aripiprazole 1 mg|J0456 azithromycin 500 mg|J0490 belimumab 10 mg|J0517 benralizumab 1 mg|J0561 penicillin 100,000 units
J0585 onabotulinumtoxina 1 unit|J0586 abobotulinumtoxina 5 units|J0588 incobotulinumtoxina 1 unit|J0595 butorphanol 1 mg
J0690 cefazolin 500 mg|J0692 cefepime 500 mg|J0694 cefoxitin 1 g|J0696 ceftriaxone 250 mg|J0702 betamethasone 3 mg
J0717 certolizumab 1 mg|J0739 cabotegravir 1 mg|J0780 prochlorperazine 10 mg|J0881 darbepoetin 1 mcg|J0885 epoetin 1,000 units
J0897 denosumab 1 mg|J1010 methylprednisolone 1 mg|J1050 medroxyprogesterone 1 mg|J1071 testosterone 1 mg|J1100 dexamethasone 1 mg
J1110 dihydroergotamine 1 mg|J1170 hydromorphone 4 mg|J1200 diphenhydramine 50 mg|J1300 eculizumab 10 mg|J1306 inclisiran 1 mg
J1335 ertapenem 500 mg|J1439 carboxymaltose 1 mg|J1442 filgrastim 1 mcg|J1580 gentamicin 80 mg|J1602 golimumab 1 mg
J1610 glucagon 1 mg|J1630 haloperidol 5 mg|J1631 haloperidol 50 mg|J1650 enoxaparin 10 mg|J1720 hydrocortisone 100 mg
J1740 ibandronate 1 mg|J1745 infliximab 10 mg|J1756 sucrose 1 mg|J1885 ketorolac 15 mg|J1940 furosemide 20 mg|J1930 lanreotide 1 mg
J2060 lorazepam 2 mg|J2175 meperidine 100 mg|J2182 mepolizumab 1 mg|J2250 midazolam 1 mg|J2270 morphine 10 mg|J2300 nalbuphine 10 mg
J2310 naloxone 1 mg|J2315 naltrexone 1 mg|J2323 natalizumab 1 mg|J2350 ocrelizumab 1 mg|J2353 octreotide 1 mg|J2357 omalizumab 5 mg
J2405 ondansetron 1 mg|J2426 paliperidone 1 mg|J2430 pamidronate 30 mg|J2469 palonosetron 25 mcg|J2506 pegfilgrastim 0.5 mg
J2550 promethazine 50 mg|J2765 metoclopramide 10 mg|J2777 faricimab 0.1 mg|J2778 ranibizumab 0.1 mg|J2785 regadenoson 0.1 mg
J2794 risperidone 0.5 mg|J2916 gluconate 12.5 mg|J2919 methylprednisolone 5 mg|J2997 alteplase 1 mg|J3010 fentanyl 0.1 mg
J3030 sumatriptan 6 mg|J3032 eptinezumab 1 mg|J3105 terbutaline 1 mg|J3111 romosozumab 1 mg|J3121 testosterone 1 mg
J3230 chlorpromazine 50 mg|J3241 teprotumumab 10 mg|J3262 tocilizumab 1 mg|J3301 triamcinolone 10 mg|J3304 triamcinolone 1 mg
J3357 ustekinumab 1 mg|J3360 diazepam 5 mg|J3380 vedolizumab 1 mg|J3410 hydroxyzine 25 mg|J3411 thiamine 100 mg
J3420 cyanocobalamin 1000 mcg|J3475 magnesium 500 mg|J3486 ziprasidone 10 mg|J3489 zoledronic 1 mg|J7325 hylan 1 mg
J9035 bevacizumab 10 mg|J9045 carboplatin 50 mg|J9060 cisplatin 10 mg|J9171 docetaxel 1 mg|J9190 fluorouracil 500 mg
J9201 gemcitabine 200 mg|J9206 irinotecan 20 mg|J9217 leuprolide 7.5 mg|J9263 oxaliplatin 0.5 mg|J9267 paclitaxel 1 mg
J9271 pembrolizumab 1 mg|J9299 nivolumab 1 mg|J9305 pemetrexed 10 mg|J9312 rituximab 10 mg|J9355 trastuzumab 10 mg|J9395 fulvestrant 25 mg
`;

const TEXTS = new Map(
  UNITS.trim()
    .split(/[|\n]/)
    .flatMap((row) => {
      const [, code, name, unit] = /^(\S+) (\S+) (.+)$/.exec(row) ?? [];
      return code && name && unit ? [[code, `Injection, ${name}, per ${unit}`] as const] : [];
    }),
);

/** What HCPCS Level II says of a common drug code, in the form that its table says it. */
export function commonDrugText(code: string): string | undefined {
  return TEXTS.get(code);
}

/** Trade names and short names of drugs that offices give. */
export const BRANDS: Readonly<Record<string, readonly string[]>> = {
  abatacept: ['orencia'],
  abobotulinumtoxina: ['dysport'],
  aflibercept: ['eylea'],
  alteplase: ['cathflo', 'activase'],
  aripiprazole: ['abilify', 'aristada'],
  azithromycin: ['zithromax'],
  belimumab: ['benlysta'],
  benralizumab: ['fasenra'],
  betamethasone: ['celestone'],
  bevacizumab: ['avastin'],
  carboxymaltose: ['injectafer'],
  cefazolin: ['ancef'],
  ceftriaxone: ['rocephin'],
  certolizumab: ['cimzia'],
  cyanocobalamin: ['b-12', 'b12'],
  darbepoetin: ['aranesp'],
  denosumab: ['prolia', 'xgeva'],
  dexamethasone: ['decadron'],
  diphenhydramine: ['benadryl'],
  enoxaparin: ['lovenox'],
  epoetin: ['epogen', 'procrit', 'retacrit'],
  eptinezumab: ['vyepti'],
  faricimab: ['vabysmo'],
  filgrastim: ['neupogen'],
  fulvestrant: ['faslodex'],
  furosemide: ['lasix'],
  gluconate: ['ferrlecit'],
  golimumab: ['simponi'],
  haloperidol: ['haldol'],
  hydromorphone: ['dilaudid'],
  hydroxyzine: ['vistaril'],
  ibandronate: ['boniva'],
  incobotulinumtoxina: ['xeomin'],
  infliximab: ['remicade'],
  ketorolac: ['toradol'],
  leuprolide: ['lupron', 'eligard'],
  lorazepam: ['ativan'],
  medroxyprogesterone: ['depo-provera'],
  meperidine: ['demerol'],
  mepolizumab: ['nucala'],
  methylprednisolone: ['depo-medrol', 'depomedrol', 'depo medrol', 'solu-medrol', 'solumedrol'],
  metoclopramide: ['reglan'],
  naltrexone: ['vivitrol'],
  natalizumab: ['tysabri'],
  nivolumab: ['opdivo'],
  ocrelizumab: ['ocrevus'],
  octreotide: ['sandostatin'],
  omalizumab: ['xolair'],
  onabotulinumtoxina: ['botox'],
  ondansetron: ['zofran'],
  paliperidone: ['invega'],
  palonosetron: ['aloxi'],
  pegfilgrastim: ['neulasta'],
  pembrolizumab: ['keytruda'],
  penicillin: ['bicillin'],
  prochlorperazine: ['compazine'],
  promethazine: ['phenergan'],
  ranibizumab: ['lucentis'],
  rituximab: ['rituxan'],
  romosozumab: ['evenity'],
  sucrose: ['venofer'],
  sumatriptan: ['imitrex'],
  testosterone: ['depo-testosterone'],
  tocilizumab: ['actemra'],
  trastuzumab: ['herceptin'],
  triamcinolone: ['kenalog', 'triamcinolone acetonide'],
  ustekinumab: ['stelara'],
  vedolizumab: ['entyvio'],
  ziprasidone: ['geodon'],
  zoledronic: ['reclast', 'zometa', 'zoledronate'],
};
