/** Of the mind and nerves, skin, joints, senses, injuries, women and children, in the form of canonical-terms.ts. */
export const CANONICAL_SPECIALTY_TERMS = `
dementia: demented
kellgren_lawrence: K L | K-L | K/L | kellgren lawrence
trauma_bay: trauma bay | trauma center | trauma centre | trauma team | trauma service | trauma surgery | trauma activation | trauma room | trauma resuscitation
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
hip_fracture+femur: femoral neck | neck of femur
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
