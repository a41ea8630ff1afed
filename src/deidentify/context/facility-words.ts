import { wordSet } from '../patterns/vocabulary.ts';

/** Nouns that end the name of an institution and little else. */
export const CERTAIN_HEADS = wordSet(`
hospital hospitals clinic clinics institute associates infirmary sanatorium academy college university school seminary hospice pharmacy inc llc corp
pllc foundation center centre centers va church synagogue mosque ministries diocese surgicenter practice physicians hospitalists orthopedics orthopaedics dialysis
preschool kindergarten daycare high elementary
`);
/** Nouns that end such a name, and are common in notes besides. */
export const OTHER_HEADS = wordSet(`
care health healthcare medicine group partners system systems home homes living manor lodge village terrace gardens rehabilitation rehab nursing laboratory laboratories labs
cardiology oncology pediatrics dermatology urology radiology imaging pathology neurology nephrology gastroenterology pulmonology rheumatology endocrinology
ophthalmology psychiatry surgery telemetry diagnostics specialists specialties services obstetrics gynecology wellness eye heart vision dental dentistry
ambulance rescue ems transport shelter library bank company corporation industries logistics
pulmonary ent bariatric podiatry counseling chiropractic optometry audiology
`);
/** Words inside such names that by themselves name nothing: departments and kinds of care. */
export const GENERIC = wordSet(`
the of and for at in a an our your local outside another any this that his her their
medical regional community general memorial county family urgent cancer heart surgery surgical specialty children childrens womens women men veterans state national
university internal orthopedic orthopaedic eye ear nose throat spine kidney sleep pain behavioral mental health primary wellness senior assisted long term acute critical
access teaching public city central north south east west northern southern eastern western upper lower new old great grand middle junior elementary independent unified
emergency intensive palliative inpatient outpatient ambulatory nursing skilled home occupational physical speech wound infusion stroke burn trauma birth birthing breast
diabetes spine joint vein weight loss imaging vascular rehab rehabilitation endoscopy observation transitional hyperbaric day same life quality patient patients physician
health care center clinic hospital department services service program school college high church current past present prior other social follow next new bone digestive women
cardiac pulmonary renal hepatic neurological liver lung brain skin foot hand fertility allergy asthma anticoagulation coumadin headache memory balance lymphedema telehealth virtual walk
therapy therapist therapies team teams anesthesia pharmacy
step down living group student employee managed advanced integrated comprehensive complex chronic preventive prenatal maternal fetal newborn well adult geriatric pediatric
`);
/** Words before `of` in the first half of such a name: `Queen of Angels Medical Center`. */
export const OF_STARTS = wordSet(
  'queen star sisters daughters brothers mother friends gates hands garden heart spirit lights',
);
/** Small words of other languages inside a name: `Vista del Sol`. */
export const FOREIGN_SMALL = wordSet('del de la los las el du des le les y');
/** Kinds of places whose name may be of words of English, behind a person and a comma. */
export const PLACES_OF_CARE = wordSet(
  'care health healthcare group partners system systems home homes living manor lodge village terrace gardens wellness specialists imaging diagnostics dental services rehab rehabilitation laboratory',
);
export const OF_HEADS = wordSet(
  'university hospital college bank church institute center school medicine children lady sisters clinic academy diocese hospice health care covenant',
);
/** Small words before a facility, in the middle of a sentence. */
export const PLACED = wordSet('at to from by with of via');
/** Small words: with a capital they are a heading's, and no institution's. */
export const SMALL_WORDS = wordSet('and or of in to for with by on as is at from via per');
export const ABBREVIATED = wordSet('st mt ft ste jr');
/** Words that begin a sentence before an institution's name. */
export const STARTERS = wordSet(`
called discussed transferred admitted seen sent contacted spoke visited forms records referred accepted follow continue see discharged dear attends attended attending
works worked retired employed lives lived went returned evaluated treated hospitalized notified faxed reviewed obtained requested patient signed
`);
/** Words before the person who is written or spoken to, and the house behind them. */
export const COPIED = wordSet('cc copy copies copied conference');
/** Words of moving a patient or a record from house to house. */
export const TRANSFER = wordSet(
  'transfer transferred accepted admitted sent referred seen hospitalized discharged treated evaluated records received transported flown faxed accepting transferring',
);
