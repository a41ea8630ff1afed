import { wordSet } from '../patterns/vocabulary.ts';

/** Degrees and licences that stand behind a name. */
export const CREDENTIALS = wordSet(`
md do rn lpn lvn np aprn arnp fnp fnpc crnp dnp pa pac phd psyd dds dmd dpm dpt pt otr ot od mba mph msn bsn rph pharmd lcsw lmsw msw lpc lmft rd rdn rdcs
rt rrt cna ma cma crna cnm cnp facs facp faap facc facog faan frcs frcp mbbs mbchb esq jr sr ii iii iv aprnc slp ccc scribe rma emt
`);

/** Kin and company: the word stays, the name behind it goes. */
export const RELATIVES = wordSet(`
husband wife spouse partner fiance fiancee boyfriend girlfriend son sons daughter daughters siblings kids children mother father mom mum mommy dad daddy stepfather stepmother
stepson stepdaughter brother brothers sister sisters sibling twin aunt uncle niece nephew cousin grandmother grandfather grandma grandpa grandson
granddaughter grandchild granddaughters grandsons caregiver guardian roommate neighbor friend parent parents child baby infant interpreter translator
aide nurse doctor physician surgeon oncologist cardiologist resident fellow intern student scribe attending pcp provider therapist pharmacist
dentist hygienist counselor psychologist psychiatrist neurologist nephrologist urologist pulmonologist gastroenterologist endocrinologist
dermatologist rheumatologist hematologist podiatrist chiropractor optometrist ophthalmologist anesthesiologist radiologist pathologist pediatrician
internist hospitalist midwife secretary coordinator manager supervisor employer boss landlord lawyer attorney teacher coach chaplain pastor
proxy poa friends subscriber guarantor sponsor policyholder kin law officer chaperone contact coworker colleague widow widower ex in-law assistant navigator sitter
adjuster paramedic teacher principal caseworker worker agent notary hygienist dietitian nutritionist tech technician technologist phlebotomist
sonographer doula audiologist preceptor instructor trainer tutor nanny babysitter perfusionist reviewer dosimetrist orthotist prosthetist informant historian
`);

/** Labels before a colon whose value is a person. */
export const PERSON_LABELS = wordSet(`
patient pt name provider physician surgeon attending resident nurse doctor signed author dictated transcribed scribe referring pcp regarding attn attention
cc copies copy subscriber guarantor spouse kin nok sponsor policyholder preferred chaperone contact from to dear interpreter assistant assistants anesthesiologist consultant requested ordered reviewed
reported performed by client resident mother father guardian witness technologist technician radiologist pathologist cosigned cosigner authenticated
verified entered rn md np pa operator surgeons fellow student examiner recipient sender consult consultant attendees present accepting sending receiving covering admitting discharging ordering consulting transferring
person party supervising supervisor preceptor hygienist caseworker worker informant historian notary teacher counselor adjuster agent attorney anesthetist perfusionist
`);

/** Words right before a name that say a person acts or is acted with. */
export const BEFORE_PERSON = wordSet(`
by with named attention attn dear see saw seen called calling told asked met notified informed phoned paged texted emailed per via contacted
include included including signed scribe introduced thanked thank colleague and to from for w cosigned regards sincerely cc of about
`);
/** Of these, the ones after which a capital letter alone convinces. */
export const STRONG_BEFORE = wordSet(
  'by named attention attn dear notified phoned paged texted emailed contacted regards sincerely cc scribe',
);

/** The surest: what follows is a person even when it is a word of English. */
export const SURE_BEFORE = wordSet('attention attn dear named scribe nee aka alias');

/** Verbs only a person is the subject of. */
export const ACTING = wordSet(`
says said reports reported states stated denies denied attends attended lives lived works worked called calls agrees agreed asked asks tells told wants wanted
believes thinks feels felt describes described mentions mentioned complains signed brought drove translated interpreted accompanied helped helps visits visited
remembers recalls prefers enjoys smokes drinks acknowledges verbalized arrived noticed noticed understands understood declined refused married passed died retired
enrolled played plays teaches studies studied dictated transcribed recorded scribed requested
`);

/** Capitalised words that begin sentences or stand in titles and are no one's name by themselves. */
export const NEVER_NAMES = wordSet(`
the a an this that these those his her their our my your its he she they we i it you who there here what when where why how which
and or but if then so because although however therefore also additionally furthermore moreover overall currently previously recently today
no not none yes normal negative positive please may will can should would could patient patients mr mrs ms miss dr doctor monday tuesday wednesday
thursday friday saturday sunday english spanish french german chinese mandarin cantonese vietnamese korean japanese arabic russian portuguese
italian hindi urdu tagalog polish american african asian hispanic latino latina caucasian european indian mexican black white christian catholic
jewish muslim medicare medicaid medicine internet covid united states america us usa am pm ok er ed icu
hospital clinic center department office emergency room unit ward service services university college school church street avenue road
at in on of to for from with by as is was are were be been do does did has had have
dept gen electronically digitally signature page print printed version neuro resp cardio musc abd ext psych derm lymph constitutional
vietnam vietnamese korea iraq iran afghanistan china japan india pakistan bangladesh russia ukraine poland germany france spain italy portugal greece turkey egypt nigeria ghana
kenya ethiopia somalia sudan congo cuba haiti haitian jamaica jamaican dominican honduras guatemala salvadoran nicaragua colombia venezuela ecuador peruvian brazil brazilian argentina
chile bolivia canada canadian australia australian england britain british scotland scottish ireland irish wales welsh sweden swedish norway norwegian denmark danish dutch belgium
austria austrian hungary hungarian romania romanian bulgaria croatia serbia bosnia albania albanian israel israeli lebanon lebanese syria syrian jordanian saudi yemen nepal nepali
thailand thai laos cambodia cambodian burma burmese indonesia malaysia philippines filipino samoa samoan hawaiian alaskan puerto rican texan asia asian europe africa latin pacific
texas florida ohio california oregon arizona alaska hawaii iowa idaho illinois indiana kansas kentucky louisiana maine maryland massachusetts michigan
minnesota mississippi missouri nebraska nevada oklahoma pennsylvania utah vermont wisconsin wyoming colorado connecticut delaware arkansas alabama tennessee
easter christmas halloween thanksgiving hanukkah ramadan islander native indigenous navajo cherokee somali amharic swahili creole gujarati punjabi bengali urdu farsi persian hebrew yiddish hmong mongolian world war civil
per vocera voalte prescriber dod surg onc mrn dea npi csn resident attending
aetna cigna humana blue cross shield unitedhealthcare unitedhealth anthem tricare molina centene wellcare kaiser
`);

/** Small words inside a family name. */
export const PARTICLES = wordSet(
  'van von der den de del della di da dos das do du la le las los el al bin ibn bint abu ap ter ten te zu zur zum af av y und',
);

/** Verbs and pronouns that follow the name of a person, and of things too. */
export const PERSON_VERBS = wordSet(`
is was has had will would does did can could may might should reports reported states stated says said denies denied complains complained
presents presented endorses endorsed notes noted describes described returns returned comes came arrives arrived lives lived works worked
signed prefers preferred attends attended feels felt takes took wants wanted asked agrees agreed understands understood continues continued
remains remained underwent tolerated verbalized requests requested called calls seems appears appeared looks looked walks ambulates goes went
stopped started quit smokes drinks uses used needs needed tried tries believes thinks thought knows knew recalls admits admitted acknowledges
follows followed sees saw mentions mentioned confirms confirmed declined refused expressed voiced experienced sustained weighs rates rated
recovered improved attended gave gets got sleeps eats plans planned hopes hoped enjoys wishes died passed developed received joined accompanied
translates translated interpreted recorded dictated agreed saw evaluated examined read performed ordered recommends recommended referred
wrote sent faxed phoned arrived brought drove and who whose whom tells told mentioned informs informed explained discussed reviewed
`);

/** Family names of two letters, most of them words or abbreviations too. */
export const SHORT_SURNAMES = wordSet(
  'an ba bo do fu gu ha he ho hu in ko le li lo lu ly ma mo ng oh ou ro su to tu vo wu xu yi yu',
);

/** `St. Pierre`, `Mac Suibhne`, `De La Garza`, `Ní Chonaill`. */
export const CAPITAL_PARTICLES = wordSet(
  'st ste mac mc ni nic o al el abu bin ben von van de la le du di da del della der ter ten san santa',
);
