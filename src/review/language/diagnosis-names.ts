import type { Synonym } from './title-index.ts';

/**
 * Names under which clinicians write a diagnosis and which the titles do not give: heads of categories, short forms,
 * lay words. `code: name | name`. The code is the category or subcategory that the bare name stands for.
 */
const NAMES = `
A09: infectious gastroenteritis | infectious diarrhea
A41: sepsis
B02: herpes zoster
B34.9: viral infection | viral illness | viral syndrome
B35.1: onychomycosis | nail fungus
B37: candidiasis
C18: colon cancer | cancer of colon | crc | colorectal cancer
C20: rectal cancer
C34: lung cancer | nsclc | small cell lung cancer | cancer of lung | non small cell lung cancer
C43: melanoma
C44: basal cell | squamous_cell skin | skin cancer
C50: breast cancer | breast ca | cancer of breast
C56: ovarian cancer
C61: prostate cancer | prostate ca | cancer of prostate | prostatic cancer
C64: kidney cancer | rcc | renal cell carcinoma
C67: bladder cancer | bladder ca | urothelial carcinoma of bladder
C73: thyroid cancer | papillary thyroid carcinoma
C85: lymphoma | nhl | non hodgkin lymphoma
C81: hodgkin lymphoma
C90: multiple myeloma
C91.1: cll | chronic lymphocytic leukemia
D12: colon polyp | colon adenoma | adenoma of colon | sigmoid adenoma
D49.2: neoplasm of skin | skin neoplasm
D50: iron_deficiency anemia
D64.9: anemia
D63.1: anemia in ckd | anemia of ckd | anemia due to ckd | anemia of chronic renal failure | renal anemia
D69.6: thrombocytopenia
E03: hypothyroidism
E05: hyperthyroidism
E05.0: graves
E06.3: hashimoto thyroiditis | hashimoto
E10: type 1 diabetes
E11: type 2 diabetes | diabetes
E16.2: hypoglycemia
E21.3: hyperparathyroidism
E28.2: pcos
E55: vitamin_d_deficiency
E53.8: b12_deficiency
E66: obesity
E66.01: morbid_obesity
E66.3: overweight
E78: hyperlipidemia
E78.0: hypercholesterolemia
E78.2: mixed hyperlipidemia
E78.1: hypertriglyceridemia
E86: dehydration
E87.1: hyponatremia
E87.5: hyperkalemia
E87.6: hypokalemia
E88.81: metabolic syndrome
F03: dementia
F10: alcohol use disorder | alcohol dependence | alcohol abuse | aud | alcohol use
F11: opioid use disorder | opioid dependence | opioid abuse | oud
F12: cannabis use disorder | cannabis dependence | cannabis use
F17: nicotine dependence | tobacco dependence | tobacco use disorder | current smoker | nicotine use disorder
F20: schizophrenia
F25: schizoaffective
F31: bipolar | bipolar 1
F31.81: bipolar 2
F32: major_depression | major_depression single | depressive episode
F33: major_depression recurrent | recurrent depression | recurrent depressive disorder
F34.1: dysthymia | persistent depressive disorder
F40: phobia
F41: anxiety
F41.0: panic disorder | panic attack
F41.1: gad
F42: ocd
F43.1: ptsd
F43.2: adjustment disorder
F50: eating disorder
F51: insomnia
F90: adhd
G20: parkinson
G30: alzheimer
G31.84: mild cognitive impairment | mci
G35: multiple sclerosis
G40: epilepsy
G43: migraine
G45: tia
G47.00: insomnia
G47.3: sleep_apnea
G56.0: carpal_tunnel
G60: hereditary neuropathy
G62.9: polyneuropathy
G89.4: chronic pain syndrome
G89.29: chronic pain
H10: conjunctivitis
H25: age-related cataract | senile cataract | nuclear sclerosis
H26.9: cataract
H35.3: macular_degeneration
H40: glaucoma
H04.12: dry_eye
H60: otitis_externa | swimmer ear
H61.2: ear_wax
H65: otitis_media effusion | serous otitis media | glue ear
H66: otitis_media | suppurative otitis media
H91: hearing_loss
I10: hypertension
I11: hypertensive heart disease | hypertensive heart
I12: hypertensive ckd | hypertensive chronic kidney disease | hypertensive nephrosclerosis
I13: hypertensive heart and ckd
I20: angina
I21: myocardial_infarction
I21.4: nstemi
I21.3: stemi
I25.2: old myocardial_infarction
I25.10: coronary_artery_disease
I26: pulmonary_embolism
I27.20: pulmonary hypertension
I34: mitral regurgitation | mitral insufficiency | mitral valve
I35: aortic stenosis | aortic valve stenosis
I42: cardiomyopathy
I47.1: svt | supraventricular tachycardia
I48: atrial_fibrillation
I48.91: atrial_fibrillation
I48.92: atrial_flutter
I50: heart_failure
I50.2: systolic heart_failure
I50.3: diastolic heart_failure
I61: intracerebral hemorrhage
I63: cerebral_infarction
I65: carotid stenosis | carotid artery stenosis
I69: sequela of stroke | late effect of stroke | late effects of cva | late effect of cerebral infarction
I71: aortic aneurysm | aaa
I73.9: peripheral_vascular_disease | claudication
I82: dvt
I83: varicose veins
I87.2: venous insufficiency | chronic venous insufficiency | venous stasis
I89.0: lymphedema
I95: hypotension
I95.1: orthostatic hypotension
J00: nasopharyngitis
J01: acute sinusitis
J02: pharyngitis
J02.0: streptococcal pharyngitis
J03: tonsillitis
J05.0: croup
J06.9: upper_respiratory_infection
J10: influenza
J12.82: covid pneumonia
J18: pneumonia
J18.9: pneumonia
J20: acute bronchitis
J21: bronchiolitis
J30: allergic_rhinitis
J32: chronic sinusitis
J40: bronchitis
J42: chronic bronchitis
J43: emphysema
J44: copd
J45: asthma
J69.0: aspiration_pneumonia
J90: pleural effusion
J96: respiratory_failure
J96.0: acute respiratory_failure
K21: gerd
K22.7: barrett esophagus
K25: gastric ulcer
K27: peptic ulcer | pud
K29: gastritis
K35: acute appendicitis
K40: inguinal hernia
K50: crohn
K51: ulcerative_colitis
K52.9: colitis | gastroenteritis
K57: diverticulitis | diverticulosis | diverticular disease
K58: ibs
K59.0: constipation
K63.5: polyp of colon | colonic polyp
K64: hemorrhoid
K70: alcoholic liver disease
K74.6: cirrhosis
K75.81: nash
K76.0: fatty_liver
K80: gallstone
K81: cholecystitis
K85: acute pancreatitis
K92.2: gi bleed | gastrointestinal hemorrhage | gi hemorrhage
L02: abscess
L03: cellulitis
L20: atopic dermatitis
L30.9: dermatitis
L40: psoriasis
L50: hives
L57.0: actinic_keratosis
L60.0: ingrown toenail | ingrown nail
L70: acne
L71: rosacea
L82: seborrheic_keratosis
L89: pressure_ulcer
L97: foot ulcer | leg ulcer | ankle ulcer
M05: seropositive rheumatoid_arthritis
M06.9: rheumatoid_arthritis
M10: gout
M16: hip osteoarthritis | osteoarthritis of hip
M17: knee osteoarthritis | osteoarthritis of knee
M19: osteoarthritis
M22.4: chondromalacia patella
M25.5: joint_pain
M25.51: shoulder pain
M25.55: hip pain
M25.56: knee pain
M32: lupus
M48.0: spinal_stenosis
M51: lumbar disc disease | degenerative disc disease | ddd | disc herniation | herniated disc
M54.1: radiculopathy
M54.16: lumbar radiculopathy
M54.12: cervical radiculopathy
M54.2: cervicalgia
M54.3: sciatica
M54.5: low_back_pain
M54.9: back pain
M62.81: muscle weakness
M72.2: plantar_fasciitis
M75.1: rotator_cuff tear
M75.0: adhesive capsulitis | frozen shoulder
M79.7: fibromyalgia
M81: osteoporosis
M81.0: postmenopausal osteoporosis
N17: acute_kidney_failure
N17.0: tubular_necrosis
N18: ckd
N18.6: end_stage ckd
N20.0: kidney calculus
N30: cystitis
N39.0: uti
N40: bph
N52: erectile_dysfunction
N63: breast lump | breast mass
N76: vaginitis
N80: endometriosis
N95.1: menopause symptoms | hot flashes
O14: preeclampsia
O24.4: gestational_diabetes
R00.2: palpitation
R05: cough
R06.02: dyspnea
R07.9: chest_pain
R10.9: abdominal_pain
R11.2: nausea vomiting
R19.7: diarrhea
R31.9: hematuria
R42: dizziness | vertigo
R50.9: fever
R51: headache
R53.83: fatigue
R55: syncope
R60.9: edema
R73.03: prediabetes
R63.4: weight loss
S06.0: concussion
S83.2: meniscus tear
S93.4: ankle sprain
T14: injury
U07.1: covid
Z79.4: long term insulin
`;

/** The names as phrases; built once. */
export const diagnosisNames: readonly Synonym[] = NAMES.trim()
  .split('\n')
  .flatMap((line) => {
    const colon = line.indexOf(':');
    const code = line.slice(0, colon);
    return line
      .slice(colon + 1)
      .split('|')
      .map((term) => ({ term: term.trim(), codes: [code], capitals: false }));
  });
