import { SECTION_KINDS, type SectionKind } from './analysed-document.ts';

/** What clinicians write over a section, by kind: `kind: heading | heading`. Compared in lower case, `&` and `/` read as `and`. */
const HEADINGS = `
chief-complaint: cc | chief complaint | chief complaints | reason for visit | presenting complaint | presenting problem | concerns | concern | reason | reason for consultation | reason for consult | reason for admission | reason for encounter | visit reason
history-of-present-illness: hpi | presenting | presentation | presenting history | presenting illness | history of presentation | history of injury | story | how it happened | what happened | narrative history | events | why | why here | brief history | background to admission | history of present illness | history of the present illness | present illness | hx | history | subjective | s | interval history | interval hx | interval | interim history | interim | summary | history and interval events | overnight | overnight events | events overnight | 24 hour events | ed | patient narrative | oncologic summary | oncology history | oncologic history | psych hx | psychiatric history | ob hx | obstetric history | ob history | pohx | ocular history | background | story
past-medical-history: past family | pfsh | pmfsh | past family social | past family social history | past and family history | past medical family social history | pmh fh sh | pmh | background history | relevant history | past | pmhx | past medical history | past history | medical history | past medical hx | phx | past med hx | pmh and psh | pmh psh | past medical and surgical history | pmh not active this stay | comorbidities | prior history | history past
past-surgical-history: psh | pshx | past surgical history | surgical history | past surgical hx | surgeries
family-history: fh | fhx | fam hx | family history | family hx | family | famhx | family medical history
social-history: sh | shx | social | social history | social hx | soc hx | habits | tobacco | psychosocial
medications: meds | medications | medication | current medications | current meds | home meds | home medications | meds reviewed | discharge meds | discharge medications | medication list | outpatient medications | active medications | admission medications | medications on discharge | medications at discharge | meds on discharge | medications on admission | rx list | current outpatient medications
allergies: allergies | all | allergy | drug allergies | nkda
review-of-systems: ros | review of systems | systems review | review of symptoms | ros carried forward reviewed | pertinent ros | 10 point ros
vitals: vitals | vital signs | vs | v s | vital
physical-exam: pe | exam | physical exam | physical examination | examination | objective | o | mse | mental status exam | mental status examination | objective mse | physical | physical today | physical on admit | physical on admission | exam today | physical exam today | on exam | on examination | sle | dfe | wound exam | focused exam | neuro exam | discharge exam | exam at discharge
results: labs | lab | labs today | laboratory | laboratory data | lab results | labs reviewed | data | data reviewed | results | results reviewed | diagnostics | diagnostic data | imaging | imaging reviewed | imaging review | xr | x ray | xray | cxr | ecg | ekg | echo | ct | mri | micro | microbiology | lab trend | studies | diagnostic studies | radiology | testing | testing today | prior testing | screening | ua | path | pathology | laboratory studies | laboratory results | tests | diagnostic testing | investigations | point of care testing | spirometry | pfts | pft | ultrasound | reviewed | labs and imaging | pertinent labs | pertinent results | labs imaging
problem-list: problem list | problems | active problems | active problem list | chronic problems | patient active problem list | problem list from pcp records | medical problems | problem list reviewed
assessment: assessment | impression | diagnoses made | visit diagnosis list | clinical diagnosis | clinical diagnoses | dx impression | diagnostic formulation | summary impression | diagnoses treated |  conclusion | conclusions | interpretation and conclusion | final interpretation | assessment and diagnosis | imp | a | assessment today | clinical impression | clinical impressions | diagnosis | diagnoses | dx | ed diagnosis | ed diagnoses | ed dx | final impression | final ed diagnosis | diagnostic impression | visit diagnosis | visit diagnoses | encounter diagnosis | encounter diagnoses | assessment summary | formulation | primary diagnosis | secondary diagnosis | secondary diagnoses | primary impression | diagnosis today | diagnoses addressed | problems addressed | problems addressed today | problem addressed | problem addressed today | separate problem | separate problems | separate problem addressed | separate problems addressed | additional problem addressed | additional problems addressed | other problem addressed | other problems addressed | separate problem addressed today | separate problems addressed today | additional problem addressed today | additional problems addressed today | diagnoses today | diagnoses addressed today | billing diagnoses | billing diagnosis
plan: plan | p | recommendations | recs | plan of care | treatment plan | treatment | orders | recommendation | plan today
assessment-and-plan: a and p | ap | assessment and plan | assessment plan | a p | impression and plan | imp and plan | impression plan | assessment and recommendations | impression and recommendations | mdm | medical decision making | decision making | problem based assessment and plan | assessment and plan by problem | imp plan | impression recommendations | assessment recommendations | problems and plan | problem oriented plan | assessment treatment plan
procedure: procedure | procedures | procedure note | procedures performed | procedure performed | technique | description | description of procedure | details | operation | operative findings | findings | infusion record | details of procedure | procedure in detail | operation performed | narrative | procedure details | operative technique | intraoperative findings | immunizations | intervention | psychotherapy
hospital-course: labor | labor course | delivery | delivery summary | delivery note | postpartum | postpartum course | puerperium | antepartum | intrapartum | labor and delivery | newborn course | hospital course | stay | course here | course of stay | summary of stay | summary of course | hospitalization | inpatient course | treatment course | progress | stay and progress | course and treatment | icu course | rehab course | postoperative course | post op course | events of stay | course | ed course | clinical course | brief hospital course | course in hospital | hospital course by problem | hospital course by issue | ed course and mdm | observation course | rechecks | stay summary
discharge-diagnosis: principal | secondary | primary | comorbidities addressed | secondary diagnoses addressed | discharge diagnosis | discharge diagnoses | final diagnosis | final diagnoses | principal diagnosis | principal discharge diagnosis | discharge dx | final dx | principal reason for admission | other diagnoses addressed | other diagnoses | secondary discharge diagnoses | additional diagnoses | diagnoses at discharge | diagnosis at discharge | discharge problems | active diagnoses at discharge | principal problem | final | final problems | hospital problems | problems this admission | problems this stay | active hospital problems | problems addressed this admission | discharge impression | diagnoses on discharge | hospital diagnoses | diagnoses this stay | principal diagnoses | final hospital diagnoses | discharge diagnosis list
preoperative-diagnosis: preoperative diagnosis | preoperative diagnoses | preop diagnosis | pre op diagnosis | pre operative diagnosis | preop dx | pre op dx | pre procedure diagnosis | preprocedure diagnosis | admission diagnosis | admitting diagnosis | admission diagnoses | admitting dx
postoperative-diagnosis: diagnosis before and after | diagnoses before and after | dx before and after | diagnosis before and after surgery | diagnosis before and after the operation | diagnoses pre and post the same | pre post dx | pre and post dx | pre and post diagnosis | pre post diagnosis | preop postop dx | preop postop diagnosis | dx pre and post | dx pre post | preop dx postop dx | preop and postop dx | pre post op dx | pre post op diagnosis | pre and post op dx | pre and post op diagnosis | pre and postoperative diagnosis | pre and postop diagnosis | preoperative and postoperative diagnosis | diagnosis pre and post | diagnoses pre and post | diagnosis pre and postop | pre and post operative diagnosis | pre postoperative diagnosis | postoperative diagnosis | postoperative diagnoses | postop diagnosis | post op diagnosis | post operative diagnosis | postop dx | post op dx | post procedure diagnosis | postprocedure diagnosis
indication: indication | indications | indication for procedure | indications for procedure | indications for surgery | clinical indication
time: time | total time | time spent | time statement | time attestation
signature: signed | electronically signed | signed electronically | e signed | attestation | signature | authenticated by | provider
other: dispo | disposition | condition | condition at discharge | discharge condition | discharge | discharge instructions | discharge plan | instructions | patient instructions | follow up | f u | fu | followup | health maintenance | hm | consent | complications | ebl | specimens | consults | consultations | nursing | nursing therapy | nutrition | elim | sleep | development | dental | guidance | guidance checklist | triage | prior note | copied forward | anesthesia | surgeon | assistant | code status | return precautions | education | safety | addendum | postop instructions | postop | response | risk | risk assessment | birth history | immunization history | diet | activity | medical necessity | care team | homework | progress | goals
`;

/** Headings of one letter or as common as a word of prose: they need a line of their own start and a colon. */
const WEAK = `final | labor | delivery | postpartum | principal | secondary | primary | stay | story | progress | events | why | past | s | o | a | p | all | hx | history | interval | overnight | reason | family | social | course | data | plan | imp | impression | diagnosis | details | findings | physical | treatment | risk | condition | discharge | time | sleep | nutrition | response | path | ct | mri | ed | description | ap | medication | allergy | screening | reviewed | problems | background | summary | story | tobacco | orders | goals | progress | activity | diet | safety | provider | concern | concerns | ua | vs | exam | education | follow up | development | dental | nursing | operation | technique | psychotherapy | intervention | indication | indications | imaging | lab | labs | echo | ecg | ekg | cxr | xr`;

/** Abbreviations that open a section without a colon, in the middle of a line too: `FH asthma in father`. */
export const BARE_ABBREVIATIONS: ReadonlySet<string> = new Set([
  'pmh',
  'pmhx',
  'psh',
  'fh',
  'fhx',
  'sh',
  'ros',
  'hpi',
  'pe',
  'cc',
  'nkda',
]);

export const WEAK_HEADINGS: ReadonlySet<string> = new Set(listOf(WEAK));

const KIND_OF = new Map<string, SectionKind>(
  HEADINGS.split('\n').flatMap((line) => {
    const colon = line.indexOf(':');
    const kind = SECTION_KINDS.find((one) => one === line.slice(0, colon));
    return kind === undefined
      ? []
      : listOf(line.slice(colon + 1)).map((heading): [string, SectionKind] => [heading, kind]);
  }),
);

function listOf(headings: string): string[] {
  return headings.split('|').map((heading) => heading.trim());
}

export function normalizeHeading(words: string): string {
  return words
    .toLowerCase()
    .replace(/\s*[&/]\s*/g, (separator) => (separator.includes('&') ? ' and ' : ' '))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** `Impression by problem`, `Final ED diagnosis`, `Assessment for this visit`: what is said around the heading's own word. */
const QUALIFIERS =
  /^(?:(?:my|our|the|today s|todays|current|overall|final|provider|physician|clinical|visit|encounter|updated|brief) )+|(?: (?:by (?:problem|problems|issue|system|diagnosis)|(?:for|of|at) (?:this|the|today s|todays) (?:visit|encounter|stay|admission|study)|(?:in|at|on|during|while in) (?:the |our |this )?(?:facility|unit|ward|house|snf|hospital|rehab|observation|stay|icu|ed|center|home)|so far|to date|list|today|this visit|summary|reviewed|update))+$/g;
const NUMBERED_PROBLEM = /^(?:problem|issue|diagnosis|dx) \d{1,2}$/;

const MAX_KNOWN = 20_000;
const known = new Map<string, SectionKind | undefined>();

export function kindOfHeading(words: string): SectionKind | undefined {
  if (known.has(words)) return known.get(words);
  const kind = readKind(words);
  // Bounded: lines begin with a few thousand words, and what is beyond is read again.
  if (known.size < MAX_KNOWN) known.set(words, kind);
  return kind;
}

function readKind(words: string): SectionKind | undefined {
  const name = normalizeHeading(words);
  if (NUMBERED_PROBLEM.test(name)) return 'assessment-and-plan';
  return KIND_OF.get(name) ?? KIND_OF.get(name.replace(QUALIFIERS, ''));
}
