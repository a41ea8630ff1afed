/**
 * One word for what clinicians write in many ways: `canonical: variant | variant`. Applied to notes and to code
 * titles alike, so that both meet. A variant in capitals counts only in capitals (`PE`, `MI`). A right-hand side
 * `a+b` gives two words. All other words are only stemmed.
 */
export const CANONICAL_TERMS = `
hypertension: htn | high blood pressure | hypertensive | essential hypertension | HBP
hyperlipidemia: hld | dyslipidemia | hyperlipidaemia | hyperlipemia
hypercholesterolemia: pure hypercholesterolemia | high cholesterol | elevated cholesterol | hypercholesterolaemia
diabetes: diabetic | dm | diabetes mellitus | diabete | diabete mellitus
type2+diabetes: niddm | non-insulin dependent diabetes | non insulin dependent diabetes mellitus | t2dm | dm2 | dmii | dm ii | dm 2 | t2d | tiidm | type 2 diabetes mellitus | type 2 diabetes | type ii diabetes | diabetes type 2 | diabetes type ii | diabetes mellitus type 2 | diabetes mellitus type ii | dm type 2 | dm type ii | type 2 dm | type ii dm | adult onset diabetes | type 2 diabetic | type two diabetes | type 2 diabetes mellitu
type1+diabetes: t1dm | dm1 | dm i | dm 1 | t1d | type 1 diabetes mellitus | type 1 diabetes | type i diabetes | diabetes type 1 | diabetes mellitus type 1 | type 1 dm | juvenile diabetes | lada
copd: chronic obstructive pulmonary disease | chronic obstructive lung disease | chronic obstructive airway disease
ckd: chronic kidney disease | chronic renal disease | chronic renal insufficiency | chronic kidney insufficiency
ckd+end_stage: esrd | end stage renal disease | end stage kidney disease | eskd
acute_kidney_failure: aki | ARF | acute kidney injury | acute renal failure | acute kidney failure | acute renal injury
tubular_necrosis: atn | acute tubular necrosis | tubular necrosis
heart_failure: hf | chf | congestive heart failure | heart failure | congestive cardiac failure | cardiac failure
systolic+heart_failure: hfref | systolic heart failure | heart failure with reduced ejection fraction | systolic hf | systolic chf
diastolic+heart_failure: hfpef | diastolic heart failure | heart failure with preserved ejection fraction | diastolic hf | diastolic chf
atrial_fibrillation: afib | a fib | AF | atrial fibrillation | a-fib
atrial_flutter: aflutter | a flutter | atrial flutter
coronary_artery_disease: cad | coronary artery disease | coronary disease | chd | coronary heart disease | ischemic heart disease | ashd | atherosclerotic heart disease | native vessel cad
myocardial_infarction: MI | AMI | heart attack | myocardial infarct | myocardial infarction
nstemi: non st elevation mi | non-st elevation myocardial infarction | non st elevation myocardial infarction | nstemi | non stemi | nste mi | nste-mi
stemi: st elevation mi | st elevation myocardial infarction | stemi | st-elevation mi
cerebral_infarction: stroke | cva | cerebrovascular accident | cerebral infarct | cerebral infarction | brain infarct | ischemic stroke | acute ischemic stroke | ischemic cva
tia: transient ischemic attack | tia | transient cerebral ischemic attack | mini stroke | ministroke
pulmonary_embolism: PE | pulmonary embolus | pulmonary embolism | pulmonary emboli | pulmonary embolisms
thrombosis: embolism and thrombosis
thrombosis+deep+vein: dvt | deep vein thrombosis | deep venous thrombosis
lower_limb: lower extremity | lower limb | lower extremities
upper_limb: upper extremity | upper limb | upper extremities
peripheral_vascular_disease: peripheral angiopathy | PAD | pvd | peripheral arterial disease | peripheral artery disease | peripheral vascular disease
gerd: gastroesophageal reflux disease | gastro esophageal reflux disease | gastro-esophageal reflux disease | gastroesophageal reflux | acid reflux | esophageal reflux | reflux disease | gastro-oesophageal reflux
uti: urinary tract infection | infection of urinary tract | infections of urinary tract | urinary infection | utis
upper_respiratory_infection: URI | upper respiratory infection | upper respiratory tract infection
intractable: pharmacoresistant | pharmaco-resistant | pharmacologically resistant | treatment resistant | treatment-resistant | medically refractory | medically intractable
fat_layer: fat layer exposed | exposed fat layer | fat layer | subcutaneous fat | exposed subcutaneous tissue | subcutaneous tissue exposed | adipose tissue exposed | exposed adipose tissue
osteoarthritis: oa | djd | degenerative joint disease | degenerative arthritis | degenerative joint
rheumatoid_arthritis: rheumatoid arthritis | RA
rheumatoid_factor: rheumatoid factor | seropositive | RF positive | RF pos | rheumatoid factor positive
luts: lower urinary tract symptoms | lower urinary tract symptom
bph: benign prostatic hyperplasia | benign prostatic hypertrophy | enlarged prostate | prostate enlargement | bph
major_depression: mdd | major depressive disorder | major depression | clinical depression
bipolar: bipolar disorder | bipolar affective disorder | bipolar illness | manic depression
anxiety: anxious | anxiety | anxiety disorder
gad: generalized anxiety disorder | generalised anxiety disorder
ptsd: post traumatic stress disorder | posttraumatic stress disorder | post-traumatic stress disorder
adhd: attention deficit hyperactivity disorder | attention-deficit hyperactivity disorder | attention deficit disorder | adhd
ocd: obsessive compulsive disorder | obsessive-compulsive disorder
sleep_apnea: sleep apnoea | sleep apnea
obstructive+sleep_apnea: osa | obstructive sleep apnea | obstructive sleep apnoea
opioid: opiate | opioid
alcohol: etoh
cannabis: marijuana | thc | cannabi
nicotine: tobacco | smoker | smoking
cancer: malignant neoplasm | carcinoma | malignancy | adenocarcinoma | cancerous | cancer | malignant tumor | primary malignant neoplasm
basal_cell: bcc | basal cell carcinoma | basal cell cancer
squamous_cell: scc | squamous cell carcinoma | squamous cell cancer
melanoma: malignant melanoma | melanoma
metastatic: secondary malignant neoplasm | metastasis | metastases | metastasize | mets | metastatic
fracture: fx | fxs | fractured | fractur | broken bone | frx
laceration: lac | lacs | lacerated
contusion: bruise | bruised | bruising | contused | superficial contusion
sprain: sprained
tear: torn
dislocation: dislocated
hemorrhage: bleed | bleeding | hemorrhagic | haemorrhage | bled
infection: infected | infectiou
kidney: renal
heart: cardiac
lung: pulmonary
liver: hepatic
stomach: gastric
calculus: stone | calculi | lithiasis
kidney+calculus: nephrolithiasis | renal calculus | kidney stone | renal stone | renal calculi
gallstone: cholelithiasis | gallstones | calculus of gallbladder | biliary calculus
cholecystitis: cholecystiti
anemia: anaemia | anemic
iron_deficiency+anemia: fe deficiency anemia | fe deficiency anaemia | iron def anemia | fe def anemia | iron deficient anemia | iron deficiency anemia | IDA | iron deficiency anaemia | iron-deficiency anemia
obesity: obese | overweight and obesity
morbid_obesity: severe obesity | morbid obesity | morbidly obese | class 3 obesity | class iii obesity | obesity class 3 | obesity class iii
hypothyroidism: underactive thyroid | hypothyroid
hyperthyroidism: overactive thyroid | hyperthyroid | thyrotoxicosis | thyrotoxicosi
graves: grave disease | graves disease | graves' disease
vitamin_d_deficiency: vitamin d deficiency | vit d deficiency | low vitamin d | vitamin d insufficiency | vit d insufficiency | hypovitaminosis d
b12_deficiency: vitamin b12 deficiency | vitamin b 12 deficiency | b 12 deficiency | b12 deficiency | cobalamin deficiency
hypokalemia: low potassium | hypokalaemia
hyperkalemia: high potassium | hyperkalaemia
hyponatremia: low sodium | hyponatraemia | hypo-osmolality and hyponatremia
dehydration: dehydrated
pneumonia: pna | pneumonitis | CAP | community acquired pneumonia | community-acquired pneumonia
aspiration_pneumonia: aspiration pneumonia | aspiration pneumonitis | pneumonitis due to inhalation of food and vomit
respiratory_failure: respiratory failure | resp failure
hypercapnia: hypercapnic | hypercarbia | hypercarbic
hypoxia: hypoxemia | hypoxemic | hypoxic
sepsis: septic | septicemia
klebsiella: klebsiella pneumoniae | k pneumoniae
pseudomonas: pseudomonas aeruginosa
pneumococcal: streptococcus pneumoniae | strep pneumoniae | pneumococcus | s pneumoniae
ecoli: escherichia coli | e coli | e. coli | e.coli
mrsa: methicillin resistant staphylococcus aureus
mssa: methicillin susceptible staphylococcus aureus | methicillin-susceptible staphylococcus aureus | methicillin sensitive staphylococcus aureus | methicillin susceptible staph aureus
staph_aureus: staphylococcus aureus | staph aureus | s aureus
streptococcal: strep | streptococcus | gas pharyngitis
pharyngitis: sore throat | pharyngiti
streptococcal+pharyngitis: strep throat
otitis_media: om | otitis media | ear infection | middle ear infection
acute+otitis_media: aom
otitis_externa: otitis externa | outer ear infection
conjunctivitis: pink eye | conjunctiviti
influenza: flu
covid: covid 19 | covid-19 | sars cov 2 | sars-cov-2 | covid19
hiv: human immunodeficiency virus
`;
