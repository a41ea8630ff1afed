import type { PatientDescription, RelativeDescription } from './case-description.ts';

const RELATIVE_ROLES = ['MTH', 'FTH', 'SPS', 'DAU', 'SON', 'SIS', 'BRO'] as const;

/**
 * The invented patients, one a line: key, given names, family name, sex, birth date, record number, phone, e-mail,
 * street, city and ZIP, plan, relative (role, given, family, phone). Names such as Foley, May and Parkinson are there
 * on purpose: they are words of medicine too.
 */
const TABLE = `
achterberg   | Rosalind M. | Achterberg     | F | 1961-04-18 | 40710019 | (555) 301-1200 | r.achterberg@example.org  | 112 Alder Court        | Maple Crossing 44071 | Blue Heron Health Plan | DAU, Liesl, Achterberg, (555) 302-2300
nakamura     | Tobiah J.   | Nakamura-Reyes | M | 1952-11-03 | 40711392 | (555) 312-1337 |                           | 149 Foxglove Way       | Pine Hollow 44085    | Medicare               | SPS, Corazon, Reyes, (555) 313-2391
caldera      | Ines        | Caldera        | F | 1979-08-22 | 40712765 | (555) 323-1474 | ines.caldera@example.com  | 186 Kettle Creek Road  | Stonefield 44082     | Cardinal Choice HMO    |
okafor       | Wendell     | Okafor         | M | 1990-02-11 | 40714138 | (555) 334-1611 | wokafor@example.net       | 223 Cider Mill Road    | Eastwater 44078      | Blue Heron Health Plan |
thibodeaux   | Marisol     | Thibodeaux     | F | 1968-07-30 | 40715511 | (555) 345-1748 |                           | 260 Hickory Bend       | Maple Crossing 44071 | Summit Mutual PPO      | SPS, Remy, Thibodeaux, (555) 346-2664
venkataraman | Priya       | Venkataraman   | F | 1977-05-09 | 40716884 | (555) 356-1885 | priya.v@example.org       | 297 Mulberry Street    | Pine Hollow 44085    | Cardinal Choice HMO    | MTH, Sudha, Venkataraman, (555) 357-2755
lindgren     | August R.   | Lindgren       | M | 1955-01-26 | 40718257 | (555) 367-2022 |                           | 334 Elmhurst Avenue    | Stonefield 44082     | Medicare               | SPS, Birgit, Lindgren, (555) 368-2846
wolanski     | Dariusz     | Wolanski       | M | 1983-10-14 | 40719630 | (555) 378-2159 | d.wolanski@example.com    | 371 Jasmine Court      | Eastwater 44078      | Summit Mutual PPO      |
boateng      | Harriet     | Boateng        | F | 1948-12-02 | 40721003 | (555) 389-2296 |                           | 408 Bramble Lane       | Maple Crossing 44071 | Medicare               | SON, Kwabena, Boateng, (555) 390-3028
sandoval     | Leopold     | Sandoval       | M | 1957-03-19 | 40722376 | (555) 400-2433 | lsandoval@example.net     | 445 Gristmill Road     | Pine Hollow 44085    | Medicare               |
abramova     | Yelena      | Abramova       | F | 1964-09-27 | 40723749 | (555) 411-2570 |                           | 482 Lantern Hill       | Stonefield 44082     | Summit Mutual PPO      |
baptiste     | Cornelius   | Baptiste       | M | 1959-06-08 | 40725122 | (555) 422-2707 | c.baptiste@example.org    | 519 Dovecote Street    | Eastwater 44078      | Medicare               | SIS, Odette, Baptiste, (555) 423-3301
cho          | Mei-Lin     | Cho            | F | 1971-02-17 | 40726495 | (555) 433-2844 | meilin.cho@example.com    | 556 Ironbridge Street  | Maple Crossing 44071 | Blue Heron Health Plan |
foley        | Samuel      | Foley          | M | 1985-12-19 | 40727868 | (555) 444-2981 | sfoley@example.net        | 593 Alder Court        | Pine Hollow 44085    | Summit Mutual PPO      |
hale         | Juniper     | Hale           | F | 2024-02-06 | 40729241 | (555) 455-3118 |                           | 630 Foxglove Way       | Stonefield 44082     | Cardinal Choice HMO    | MTH, Rowan, Hale, (555) 456-3574
quispe       | Mateo       | Quispe         | M | 2018-05-21 | 40730614 | (555) 466-3255 |                           | 667 Kettle Creek Road  | Eastwater 44078      | Medicaid of the Lakes  | MTH, Luz, Quispe, (555) 467-3665
osei         | Amara       | Osei           | F | 2016-11-12 | 40731987 | (555) 477-3392 |                           | 704 Cider Mill Road    | Maple Crossing 44071 | Summit Mutual PPO      | FTH, Kojo, Osei, (555) 478-3756
gallagher    | Finn        | Gallagher      | M | 2015-03-03 | 40733360 | (555) 488-3529 |                           | 741 Hickory Bend       | Pine Hollow 44085    | Medicaid of the Lakes  | FTH, Declan, Gallagher, (555) 489-3847
parkinson    | Edith       | Parkinson      | F | 1946-08-15 | 40734733 | (555) 499-3666 |                           | 778 Mulberry Street    | Stonefield 44082     | Medicare               | DAU, Joan, Parkinson, (555) 500-3938
trahan       | Roosevelt   | Trahan         | M | 1950-10-01 | 40736106 | (555) 510-3803 |                           | 815 Elmhurst Avenue    | Eastwater 44078      | Medicare               | SPS, Ernestine, Trahan, (555) 511-4029
hassanpour   | Nadia       | Hassanpour     | F | 1974-04-04 | 40737479 | (555) 521-3940 | nadia.h@example.com       | 852 Jasmine Court      | Maple Crossing 44071 | Cardinal Choice HMO    |
keszthelyi   | Florian     | Keszthelyi     | M | 1966-01-31 | 40738852 | (555) 532-4077 | fkesz@example.org         | 889 Bramble Lane       | Pine Hollow 44085    | Blue Heron Health Plan |
redbird      | Opal        | Redbird        | F | 1988-06-23 | 40740225 | (555) 543-4214 | opal.redbird@example.net  | 926 Gristmill Road     | Stonefield 44082     | Summit Mutual PPO      |
pruitt       | Gwendolyn   | Pruitt         | F | 1953-09-09 | 40741598 | (555) 554-4351 |                           | 963 Lantern Hill       | Eastwater 44078      | Medicare               | SON, Dale, Pruitt, (555) 555-4393
delacroix    | Hamish      | Delacroix-Ng   | M | 1962-07-17 | 40742971 | (555) 565-4488 | hdelacroix@example.com    | 1000 Dovecote Street   | Maple Crossing 44071 | Blue Heron Health Plan |
fontes       | Beatriz     | Fontes         | F | 1970-03-28 | 40744344 | (555) 576-4625 | bfontes@example.org       | 1037 Ironbridge Street | Pine Hollow 44085    | Summit Mutual PPO      |
ampofo       | Kofi        | Ampofo         | M | 1999-12-07 | 40745717 | (555) 587-4762 | kofi.ampofo@example.net   | 1074 Alder Court       | Stonefield 44082     | Cardinal Choice HMO    |
szymborska   | Lorna       | Szymborska     | F | 1981-05-02 | 40747090 | (555) 598-4899 |                           | 1111 Foxglove Way      | Eastwater 44078      | Blue Heron Health Plan |
whitlock     | Tamsin      | Whitlock       | F | 1993-10-30 | 40748463 | (555) 609-5036 | tamsin.w@example.com      | 1148 Kettle Creek Road | Maple Crossing 44071 | Summit Mutual PPO      |
delgadillo   | Xiomara     | Delgadillo     | F | 1995-01-16 | 40749836 | (555) 620-5173 | xdelgadillo@example.org   | 1185 Cider Mill Road   | Pine Hollow 44085    | Cardinal Choice HMO    | SPS, Hector, Ibarra, (555) 621-4939
rourke       | Brigid      | O'Rourke-Stahl | F | 1989-11-21 | 40751209 | (555) 631-5310 | brigid.os@example.net     | 1222 Hickory Bend      | Stonefield 44082     | Blue Heron Health Plan |
rasmussen    | Arvid       | Rasmussen      | M | 1949-02-25 | 40752582 | (555) 642-5447 |                           | 1259 Mulberry Street   | Eastwater 44078      | Medicare               |
dubois       | Clementine  | Dubois-Hart    | F | 1958-12-12 | 40753955 | (555) 653-5584 | cdh@example.com           | 1296 Elmhurst Avenue   | Maple Crossing 44071 | Medicare               | SPS, Walter, Hart, (555) 654-5212
may          | Terrence    | May            | M | 1992-04-01 | 40755328 | (555) 664-5721 | tmay@example.net          | 1333 Jasmine Court     | Pine Hollow 44085    | Blue Heron Health Plan | MTH, Loretta, May, (555) 665-5303
kimlevy      | Saoirse     | Kim-Levy       | F | 2001-07-07 | 40756701 | (555) 675-5858 | saoirse.kl@example.com    | 1370 Bramble Lane      | Stonefield 44082     | Summit Mutual PPO      |
grange       | Philippa    | Grange         | F | 1967-10-10 | 40758074 | (555) 686-5995 | pgrange@example.org       | 1407 Gristmill Road    | Eastwater 44078      | Cardinal Choice HMO    |
yildiz       | Ozgur       | Yildiz         | M | 1954-06-14 | 40759447 | (555) 697-6132 |                           | 1444 Lantern Hill      | Maple Crossing 44071 | Medicare               | DAU, Selin, Yildiz, (555) 698-5576
hutchinson   | Delroy      | Hutchinson     | M | 1956-08-08 | 40760820 | (555) 708-6269 |                           | 1481 Dovecote Street   | Pine Hollow 44085    | Medicare               | SPS, Marva, Hutchinson, (555) 709-5667
sorensen     | Annika      | Sørensen-Bell  | F | 1973-09-18 | 40762193 | (555) 719-6406 | annika.sb@example.net     | 1518 Ironbridge Street | Stonefield 44082     | Cardinal Choice HMO    |
elamin       | Rashad      | El-Amin        | M | 1969-11-05 | 40763566 | (555) 730-6543 | rashad.elamin@example.com | 1555 Alder Court       | Eastwater 44078      | Blue Heron Health Plan |
penaloza     | José Luis   | Peñaloza       | M | 1984-03-13 | 40764939 | (555) 741-6680 |                           | 1592 Foxglove Way      | Maple Crossing 44071 | Summit Mutual PPO      | SPS, Maribel, Peñaloza, (555) 742-5940
eze          | Chidinma    | Eze            | F | 2003-02-20 | 40766312 | (555) 752-6817 | chidinma.eze@example.org  | 1629 Kettle Creek Road | Pine Hollow 44085    | Cardinal Choice HMO    |
brightwater  | Walter      | Brightwater    | M | 1978-01-09 | 40767685 | (555) 763-6954 |                           | 1666 Cider Mill Road   | Stonefield 44082     | Blue Heron Health Plan | SIS, Dawn, Brightwater, (555) 764-6122
vandermeer   | Lucille     | Vandermeer     | F | 1987-06-29 | 40769058 | (555) 774-7091 | lucille.vm@example.com    | 1703 Hickory Bend      | Eastwater 44078      | Summit Mutual PPO      |
nightingale  | Trevor      | Nightingale    | M | 1996-05-25 | 40770431 | (555) 785-7228 | tnight@example.net        | 1740 Mulberry Street   | Maple Crossing 44071 | Cardinal Choice HMO    |
holloway     | Agnes       | Holloway       | F | 1943-12-24 | 40771804 | (555) 796-7365 |                           | 1777 Elmhurst Avenue   | Pine Hollow 44085    | Medicare               | DAU, Prudence, Holloway, (555) 797-6395
cruz         | Bernadette  | Cruz-Mbeki     | F | 1960-04-12 | 40773177 | (555) 807-7502 |                           | 1814 Jasmine Court     | Stonefield 44082     | Medicare               | SON, Themba, Mbeki, (555) 808-6486
gorski       | Stanisław   | Górski         | M | 1941-02-08 | 40774550 | (555) 818-7639 |                           | 1851 Bramble Lane      | Eastwater 44078      | Medicare               | DAU, Halina, Górska, (555) 819-6577
kettleman    | Ruth Anne   | Kettleman      | F | 1951-07-03 | 40775923 | (555) 829-7776 |                           | 1888 Gristmill Road    | Maple Crossing 44071 | Medicare               | SPS, Bernard, Kettleman, (555) 830-6668
iturbe       | Paloma      | Iturbe         | F | 1976-10-26 | 40777296 | (555) 840-7913 | piturbe@example.org       | 1925 Lantern Hill      | Pine Hollow 44085    | Summit Mutual PPO      |
thorne       | Isaac       | Thorne         | M | 1963-08-31 | 40778669 | (555) 851-8050 | ithorne@example.com       | 1962 Dovecote Street   | Stonefield 44082     | Cardinal Choice HMO    | SPS, Joyce, Thorne, (555) 852-6850
lindholm     | Vera        | Lindholm       | F | 1938-03-22 | 40780042 | (555) 862-8187 |                           | 1999 Ironbridge Street | Eastwater 44078      | Medicare               | SON, Anders, Lindholm, (555) 863-6941
`;

/** Patients by key. */
export const PATIENTS: Readonly<Record<string, PatientDescription>> = Object.fromEntries(
  TABLE.trim()
    .split('\n')
    .map((line) => parsePatient(line.split('|').map((cell) => cell.trim()))),
);

function parsePatient(cells: readonly string[]): [string, PatientDescription] {
  const [
    key = '',
    given = '',
    family = '',
    sex,
    birthDate = '',
    mrn = '',
    phone = '',
    email,
    line = '',
    place = '',
    plan = '',
  ] = cells;
  const relative = parseRelative(cells[11] ?? '');
  const patient: PatientDescription = {
    given: given.split(' '),
    family,
    gender: sex === 'F' ? 'female' : 'male',
    birthDate,
    mrn,
    phone,
    line,
    city: place.slice(0, -6),
    postalCode: place.slice(-5),
    plan,
    ...(email ? { email } : {}),
    ...(relative ? { relative } : {}),
  };
  return [key, patient];
}

function parseRelative(cell: string): RelativeDescription | undefined {
  const [role, given, family, phone] = cell.split(',').map((part) => part.trim());
  const known = RELATIVE_ROLES.find((candidate) => candidate === role);
  return known && given && family && phone ? { role: known, given, family, phone } : undefined;
}
