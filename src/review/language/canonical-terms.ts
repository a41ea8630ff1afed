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
intractable: pharmacoresistant | pharmaco-resistant | pharmacologically resistant | treatment resistant | treatment-resistant | drug resistant | drug-resistant | medically refractory | medically intractable
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
staph_aureus: staphylococcus aureus | staph aureus | s aureus | mssa | methicillin susceptible staphylococcus aureus
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
dementia: demented
alzheimer: alzheimers | alzheimer disease | alzheimer's disease | alzheimer's
parkinson: parkinsons | parkinson disease | parkinson's disease | parkinson's
epilepsy: seizure disorder | seizure d/o | sz disorder | sz d/o | epileptic
migraine: migraines | migrainou
headache: HA | cephalgia | head ache
neuropathy: neuropathic
polyneuropathy: peripheral neuropathy | polyneuropathic | distal symmetric polyneuropathy | peripheral polyneuropathy | stocking glove neuropathy | sensorimotor neuropathy
retinopathy: retinopathic
nephropathy: nephropathic
gastroparesis: gastroparetic
pressure_ulcer: decubitus ulcer | decubitus | decub | decubs | decub ulcer | decubitus ulcers | pressure wound | pressure sore | bedsore | bed sore | pressure injury | decubiti | pressure ulcer
ulcer: ulcerated | ulceration
cellulitis: celluliti
furuncle: boil
dermatitis: eczema | dermatiti
hives: urticaria
shingles: herpes zoster | zoster
hemorrhoid: haemorrhoid | hemorrhoid | piles
ibs: irritable bowel syndrome | irritable bowel
crohn: crohn disease | crohn's disease | crohns | crohn's
ulcerative_colitis: ulcerative colitis
diverticulitis: diverticuliti
gastroenteritis: stomach flu | gastroenteritis and colitis
cirrhosis: cirrhotic
nash: nonalcoholic steatohepatitis
fatty_liver: hepatic steatosis | fatty liver | nafld | steatotic liver
pancreatitis: pancreatiti
dysphagia: difficulty swallowing | trouble swallowing | swallowing difficulty
dyspnea: sob | shortness of breath | DOE | short of breath | difficulty breathing | breathlessness
chest_pain: CP | chest discomfort | chest pressure | chest pain
abdominal_pain: abd pain | stomach pain | belly pain | abdominal pain
low_back_pain: lbp | low back pain | lower back pain | lumbago | chronic low back pain
cervicalgia: neck pain
knee+pain: pain in knee | knee pain
shoulder+pain: shoulder pain | pain in shoulder
hip+pain: hip pain | pain in hip
joint_pain: arthralgia | joint pain
fatigue: tired | tiredness | malaise
syncope: fainting | passed out | faint | syncopal
dizziness: lightheaded | lightheadedness | dizzy
vertigo: vertiginou
bppv: benign paroxysmal positional vertigo | benign paroxysmal vertigo
edema: oedema | swelling
fever: febrile | pyrexia
cough: coughing
nausea+vomiting: n/v | nausea and vomiting | nausea/vomiting
diarrhea: diarrhoea | loose stools
constipation: constipated
hematuria: blood in urine | haematuria
hematochezia: blood per rectum | brbpr
insomnia: sleeplessness | trouble sleeping
erectile_dysfunction: ED of organic origin | erectile dysfunction | impotence
gestational_diabetes: gdm | gestational diabetes | gestational dm | gestational diabetes mellitus | diabetes mellitus arising in pregnancy
preeclampsia: pre-eclampsia | pre eclampsia
pregnancy: pregnant | gravid | iup | intrauterine pregnancy
osteoporosis: osteoporotic
postmenopausal+osteoporosis: senile osteoporosis
postmenopausal: post-menopausal | age-related | age related
osteopenia: low bone density | low bone mass
gout: gouty
fibromyalgia: fms
lupus: sle | systemic lupus erythematosus
radiculopathy: radicular | radiculiti | pinched nerve
sciatica: sciatic
spinal_stenosis: spinal stenosis | lumbar stenosis
rotator_cuff: rotator cuff
rotator_cuff+tear: RTC tear | RC tear | RTC tears | cuff tear
rotator_cuff+tendinitis: RTC tendinitis | RTC tendinopathy | RTC tendonitis | RC tendinitis | RC tendinopathy
carpal_tunnel: carpal tunnel syndrome | cts | carpal tunnel
plantar_fasciitis: plantar fasciitis | plantar fascial fibromatosis
actinic_keratosis: actinic keratosis | actinic keratoses | ak | aks | solar keratosis
seborrheic_keratosis: seborrheic keratosis | seborrheic keratoses
rosacea: papulopustular rosacea
glaucoma: glaucomatou
open_angle: primary open-angle | primary open angle | poag
low_tension: low-tension | low tension | normal tension | normal-tension | ntg | ltg
angle_closure: angle-closure | angle closure
cataract: cataracts
dry_eye: dry eye syndrome | dry eye | keratoconjunctivitis sicca | dry eyes
macular_degeneration: amd | armd | macular degeneration | age related macular degeneration | age-related macular degeneration
hearing_loss: hearing loss | hearing impairment | hoh
sensorineural+hearing_loss: snhl | sensorineural deafness | nerve deafness
conductive+hearing_loss: conductive deafness
unrestricted+hearing+contralateral: normal hearing
posterior+vitreous+detachment+right: pvd od
posterior+vitreous+detachment+left: pvd os
posterior+vitreous+detachment+bilateral: pvd ou
choroidal+neovascularization: CNV | CNVM | choroidal neovascular membrane
cystoid+macular+edema: CME
spastic+diplegic+cerebral+paralysis: spastic diplegic cp
spastic+quadriplegic+cerebral+paralysis: spastic quadriplegic cp
spastic+hemiplegic+cerebral+paralysis: spastic hemiplegic cp
allergic_rhinitis: hay fever | allergic rhinitis | environmental allergies
sinusitis: sinus infection | sinusiti
croup: acute obstructive laryngitis | acute obstructive laryngiti
bronchitis: bronchiti
bronchiolitis: bronchioliti
tonsillitis: tonsilliti
copd+exacerbation: aecopd | copd flare
exacerbation: flare | exacerbated | exacerbating | flaring | decompensated | decompensation
injury: injured | trauma | traumatic
unspecified: nos | unspec
acute: acutely
chronic: longstanding | long-standing
recurrent: recurring | recurrence
left: lt | lft
right_handed: right-handed | right handed | right hand dominant | right-hand dominant | RHD
left_handed: left-handed | left handed | left hand dominant | left-hand dominant | LHD
embolism: embolic | cardioembolic | cardioembolism | embolus | emboli | thromboembolic
middle+cerebral+artery: MCA
posterior+cerebral+artery: PCA
anterior+cerebral+artery: ACA
bilateral: bilat | b/l | bilaterally | both | OU | AU
lower_end: lower end | distal
upper_end: upper end | proximal
hip_fracture: femoral neck | neck of femur
femur: femoral
tibia: tibial
fibula: fibular
humerus: humeral
radius: radial shaft
patella: patellar | kneecap | patellae
clavicle: collarbone | clavicular
rib: ribs
vertebra: vertebral | vertebrae
meniscus: meniscal
acl: anterior cruciate ligament | acl
great+toe: big toe | hallux
finger: fingers | digit
calf: calve
scalp: scalps
foreign_body: fb | foreign body
knee: knees
hip: hips
shoulder: shoulders
hand: hands
foot: feet
ankle: ankles
ear: ears
eye: eyes
breast: breasts
displaced: displacement
gangrene: gangrenou
drug_resistant: resistant
protein_calorie_malnutrition: protein-calorie malnutrition | protein calorie malnutrition
malnutrition: malnourished | undernourished
underdosing: noncompliance
hypoglycemia: hypoglycaemia | low blood sugar | hypoglycemic
hyperglycemia: hyperglycaemia | high blood sugar | hyperglycemic | poorly controlled diabetes | uncontrolled blood sugar
ketoacidosis: dka | ketoacidosi
adenoma: tubular adenoma | adenomatous polyp | adenomatou
polyp: polyps
appendicitis: appendiciti
hernia: hernias
cholesteatoma: cholesteatomas
ear_wax: cerumen | earwax | impacted cerumen
prediabetes: pre-diabetes | pre diabetes | impaired fasting glucose
hypotension: low blood pressure
bradycardia: slow heart rate
tachycardia: fast heart rate | tachycardic
pvc: ventricular premature depolarization | premature ventricular contractions
psoriasis: psoriatic
arthritis: arthritic | arthritide
thrombocytopenia: low platelets
leukocytosis: elevated white blood cell count
tinea_pedis: athlete foot | athlete's foot
onychomycosis: tinea unguium
tinea: ringworm
wart: verruca | warts | viral wart | viral warts
impetigo: impetiginou
candidiasis: yeast infection | candidal
vaginitis: vaginiti
menopause: menopausal
menorrhagia: heavy menstrual bleeding | heavy periods
amenorrhea: amenorrhoea
infertility: infertile
endometriosis: endometrioti
fibroid: leiomyoma | fibroids | leiomyomata
pcos: polycystic ovarian syndrome | polycystic ovary syndrome
`;
