/** Symptoms, signs and abnormal findings. See parse-catalogue.ts for the format. */
export const SYMPTOMS = `
R00 Abnormalities of heart beat
R00.0 Tachycardia, unspecified
R00.1 Bradycardia, unspecified
R00.2 Palpitations
R01 Cardiac murmurs and other cardiac sounds
R01.1 Cardiac murmur, unspecified
R03 Abnormal blood-pressure reading, without diagnosis
R03.0 Elevated blood-pressure reading, without diagnosis of hypertension
R04 Hemorrhage from respiratory passages
R04.0 Epistaxis
R04.2 Hemoptysis
R05 Cough
R05.1>2022 Acute cough
R05.2>2022 Subacute cough
R05.3>2022 Chronic cough
R05.8>2022 Other specified cough
R05.9>2022 Cough, unspecified
R06 Abnormalities of breathing
R06.0 Dyspnea
R06.00 Dyspnea, unspecified
R06.02 Shortness of breath
R06.09 Other forms of dyspnea
R06.2 Wheezing
R06.8 Other abnormalities of breathing
R06.83 Snoring
R07 Pain in throat and chest
R07.0 Pain in throat
R07.1 Chest pain on breathing
R07.2 Precordial pain
R07.8 Other chest pain
R07.81 Pleurodynia
R07.89 Other chest pain
R07.9 Chest pain, unspecified
R09 Other symptoms and signs involving the circulatory and respiratory system
R09.0 Asphyxia and hypoxemia
R09.02 Hypoxemia
R09.8 Other specified symptoms and signs involving the circulatory and respiratory systems
R09.81 Nasal congestion
R10 Abdominal and pelvic pain
x1 renal colic (N23)
R10.1 Pain localized to upper abdomen
R10.10 Upper abdominal pain, unspecified
R10.11 Right upper quadrant pain
R10.12 Left upper quadrant pain
R10.13 Epigastric pain
R10.2 Pelvic and perineal pain
R10.20>2026 Pelvic and perineal pain unspecified side
R10.21>2026 Pelvic and perineal pain right side
R10.22>2026 Pelvic and perineal pain left side
R10.23>2026 Pelvic and perineal pain bilateral
R10.24>2026 Suprapubic pain
R10.3 Pain localized to other parts of lower abdomen
R10.30 Lower abdominal pain, unspecified
R10.31 Right lower quadrant pain
R10.32 Left lower quadrant pain
R10.33 Periumbilical pain
R10.8 Other abdominal pain
R10.84 Generalized abdominal pain
R10.9 Unspecified abdominal pain
R11 Nausea and vomiting
R11.0 Nausea
R11.1 Vomiting
R11.10 Vomiting, unspecified
R11.2 Nausea with vomiting, unspecified
R12 Heartburn
R13 Aphagia and dysphagia
R13.1 Dysphagia
R13.10 Dysphagia, unspecified
R13.11 Dysphagia, oral phase
R13.12 Dysphagia, oropharyngeal phase
R13.13 Dysphagia, pharyngeal phase
R13.14 Dysphagia, pharyngoesophageal phase
R13.19 Other dysphagia
R14 Flatulence and related conditions
R14.0 Abdominal distension (gaseous)
R19 Other symptoms and signs involving the digestive system and abdomen
R19.7 Diarrhea, unspecified
R20 Disturbances of skin sensation
R20.0 Anesthesia of skin
R20.2 Paresthesia of skin
R21 Rash and other nonspecific skin eruption
R25 Abnormal involuntary movements
R25.1 Tremor, unspecified
R25.2 Cramp and spasm
R26 Abnormalities of gait and mobility
R26.2 Difficulty in walking, not elsewhere classified
R26.8 Other abnormalities of gait and mobility
R26.81 Unsteadiness on feet
R26.89 Other abnormalities of gait and mobility
R29 Other symptoms and signs involving the nervous and musculoskeletal systems
R29.6 Repeated falls
R30 Pain associated with micturition
R30.0 Dysuria
R31 Hematuria
x1 hematuria included with underlying conditions, such as: acute cystitis with hematuria (N30.01)
R31.0 Gross hematuria
R31.2 Other microscopic hematuria
R31.29 Other microscopic hematuria
R31.9 Hematuria, unspecified
R32 Unspecified urinary incontinence
R33 Retention of urine
R33.9 Retention of urine, unspecified
R35 Polyuria
R35.0 Frequency of micturition
R35.1 Nocturia
R39 Other and unspecified symptoms and signs involving the genitourinary system
R39.1 Other difficulties with micturition
R39.12 Poor urinary stream
R39.14 Feeling of incomplete bladder emptying
R39.15 Urgency of urination
R40 Somnolence, stupor and coma
R40.0 Somnolence
R41 Other symptoms and signs involving cognitive functions and awareness
R41.0 Disorientation, unspecified
R41.3 Other amnesia
= Memory loss NOS
R41.8 Other symptoms and signs involving cognitive functions and awareness
R41.82 Altered mental status, unspecified
R42 Dizziness and giddiness
R45 Symptoms and signs involving emotional state
R45.8 Other symptoms and signs involving emotional state
R45.85 Homicidal and suicidal ideations
R45.851 Suicidal ideations
R50 Fever of other and unknown origin
R50.9 Fever, unspecified
R51 Headache
x1 migraine and other headache syndromes (G43-G44)
R51.0 Headache with orthostatic component, not elsewhere classified
R51.9 Headache, unspecified
R52 Pain, unspecified
R53 Malaise and fatigue
R53.1 Weakness
R53.8 Other malaise and fatigue
R53.81 Other malaise
R53.83 Other fatigue
R55 Syncope and collapse
R56 Convulsions, not elsewhere classified
R56.9 Unspecified convulsions
R59 Enlarged lymph nodes
R59.9 Enlarged lymph nodes, unspecified
R60 Edema, not elsewhere classified
R60.0 Localized edema
R60.9 Edema, unspecified
R61 Generalized hyperhidrosis
R62 Lack of expected normal physiological development in childhood and adults
R62.7 Adult failure to thrive
R63 Symptoms and signs concerning food and fluid intake
R63.0 Anorexia
R63.4 Abnormal weight loss
R63.5 Abnormal weight gain
R65 Symptoms and signs specifically associated with systemic inflammation and infection
R65.2 Severe sepsis
first underlying infection, such as: infection following a procedure (T81.4-); sepsis NOS (A41.9)
R65.20 Severe sepsis without septic shock
R65.21 Severe sepsis with septic shock
R68 Other general symptoms and signs
R68.8 Other general symptoms and signs
R68.83 Chills (without fever)
R73 Elevated blood glucose level
x1 diabetes mellitus (E08-E13); gestational diabetes (O24.4-)
R73.0 Abnormal glucose
R73.01 Impaired fasting glucose
R73.02 Impaired glucose tolerance (oral)
R73.03 Prediabetes
R73.09 Other abnormal glucose
R73.9 Hyperglycemia, unspecified
R74 Abnormal serum enzyme levels
R74.0 Nonspecific elevation of levels of transaminase and lactic acid dehydrogenase [LDH]
R74.01 Elevation of levels of liver transaminase levels
R79 Other abnormal findings of blood chemistry
R79.8 Other specified abnormal findings of blood chemistry
R79.89 Other specified abnormal findings of blood chemistry
R80 Proteinuria
R80.9 Proteinuria, unspecified
R91 Abnormal findings on diagnostic imaging of lung
R91.1 Solitary pulmonary nodule
R91.8 Other nonspecific abnormal finding of lung field
R94 Abnormal results of function studies
R94.3 Abnormal results of cardiovascular function studies
R94.31 Abnormal electrocardiogram [ECG] [EKG]
R97 Abnormal tumor markers
R97.2 Elevated prostate specific antigen [PSA]
R97.20 Elevated prostate specific antigen [PSA]
`;
