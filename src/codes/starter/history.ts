/** Personal and family history, long-term drugs, organisms, external causes. See parse-catalogue.ts for the format. */
export const HISTORY = `
B95 Streptococcus, Staphylococcus, and Enterococcus as the cause of diseases classified elsewhere
B95.1 Streptococcus, group B, as the cause of diseases classified elsewhere
B95.2 Enterococcus as the cause of diseases classified elsewhere
B95.6 Staphylococcus aureus as the cause of diseases classified elsewhere
B95.61 Methicillin susceptible Staphylococcus aureus infection as the cause of diseases classified elsewhere
B95.62 Methicillin resistant Staphylococcus aureus infection as the cause of diseases classified elsewhere
B96.1 Klebsiella pneumoniae [K. pneumoniae] as the cause of diseases classified elsewhere
B96.4 Proteus (mirabilis) (morganii) as the cause of diseases classified elsewhere
B96.5 Pseudomonas (aeruginosa) (mallei) (pseudomallei) as the cause of diseases classified elsewhere
B96.8 Other specified bacterial agents as the cause of diseases classified elsewhere
B96.81 Helicobacter pylori [H. pylori] as the cause of diseases classified elsewhere
W01 Fall on same level from slipping, tripping and stumbling
7 injury
W01.0 Fall on same level from slipping, tripping and stumbling without subsequent striking against object
W10 Fall on and from stairs and steps
7 injury
W10.8 Fall (on) (from) other stairs and steps
W10.9 Fall (on) (from) unspecified stairs and steps
W18 Other slipping, tripping and stumbling and falls
7 injury
W18.3 Other and unspecified fall on same level
W18.30 Fall on same level, unspecified
W19 Unspecified fall
7 injury
W54 Contact with dog
7 injury
W54.0 Bitten by dog
Z3A Weeks of gestation
first complications of pregnancy, childbirth and the puerperium (O09-O9A)
Z3A.0 Weeks of gestation of pregnancy, unspecified or less than 10 weeks
Z3A.00 Weeks of gestation of pregnancy not specified
Z3A.01 Less than 8 weeks gestation of pregnancy
Z3A.2 Weeks of gestation of pregnancy, weeks 20-29
Z3A.20 20 weeks gestation of pregnancy
Z3A.24 24 weeks gestation of pregnancy
Z3A.28 28 weeks gestation of pregnancy
Z3A.3 Weeks of gestation of pregnancy, weeks 30-39
Z3A.32 32 weeks gestation of pregnancy
Z3A.36 36 weeks gestation of pregnancy
Z3A.38 38 weeks gestation of pregnancy
Z3A.39 39 weeks gestation of pregnancy
Z13 Encounter for screening for other diseases and disorders
Z13.1 Encounter for screening for diabetes mellitus
Z13.2 Encounter for screening for nutritional, metabolic and other endocrine disorders
Z13.22 Encounter for screening for metabolic disorder
Z13.220 Encounter for screening for lipoid disorders
Z13.8 Encounter for screening for other specified diseases and disorders
Z13.82 Encounter for screening for musculoskeletal disorder
Z13.820 Encounter for screening for osteoporosis
Z20 Contact with and (suspected) exposure to communicable diseases
Z20.8 Contact with and (suspected) exposure to other communicable diseases
Z20.82 Contact with and (suspected) exposure to other viral communicable diseases
Z20.822 Contact with and (suspected) exposure to COVID-19
Z30 Encounter for contraceptive management
Z30.0 Encounter for general counseling and advice on contraception
Z30.09 Encounter for other general counseling and advice on contraception
Z34 Encounter for supervision of normal pregnancy
Z34.9 Encounter for supervision of normal pregnancy, unspecified
Z34.90 Encounter for supervision of normal pregnancy, unspecified, unspecified trimester
Z79.1 Long term (current) use of non-steroidal anti-inflammatories (NSAID)
Z79.51 Long term (current) use of inhaled steroids
Z79.81 Long term (current) use of agents affecting estrogen receptors and estrogen levels
Z79.810 Long term (current) use of selective estrogen receptor modulators (SERMs)
Z79.811 Long term (current) use of aromatase inhibitors
Z79.83 Long term (current) use of bisphosphonates
Z79.890 Hormone replacement therapy
Z80.1 Family history of malignant neoplasm of trachea, bronchus and lung
Z80.4 Family history of malignant neoplasm of genital organs
Z80.41 Family history of malignant neoplasm of ovary
Z80.42 Family history of malignant neoplasm of prostate
Z80.5 Family history of malignant neoplasm of urinary tract
Z80.51 Family history of malignant neoplasm of kidney
Z80.52 Family history of malignant neoplasm of bladder
Z80.6 Family history of leukemia
Z80.8 Family history of malignant neoplasm of other organs or systems
Z80.9 Family history of malignant neoplasm, unspecified
Z81 Family history of mental and behavioral disorders
Z81.1 Family history of alcohol abuse and dependence
Z81.8 Family history of other mental and behavioral disorders
Z82.0 Family history of epilepsy and other diseases of the nervous system
Z82.3 Family history of stroke
Z82.41 Family history of sudden cardiac death
Z82.5 Family history of asthma and other chronic lower respiratory diseases
Z82.6 Family history of arthritis and other diseases of the musculoskeletal system and connective tissue
Z82.61 Family history of arthritis
Z82.62 Family history of osteoporosis
Z83.4 Family history of other endocrine, nutritional and metabolic diseases
Z83.42 Family history of familial hypercholesterolemia
Z83.49 Family history of other endocrine, nutritional and metabolic diseases
Z83.7 Family history of diseases of the digestive system
Z83.71 Family history of colonic polyps
Z83.710>2024 Family history of adenomatous and serrated polyps
Z83.711>2024 Family history of hyperplastic colon polyps
Z83.718>2024 Other family history of colon polyps
Z83.719>2024 Family history of colon polyps, unspecified
Z83.79 Family history of other diseases of the digestive system
Z84 Family history of other conditions
Z84.1 Family history of disorders of kidney and ureter
Z85.04 Personal history of malignant neoplasm of rectum, rectosigmoid junction, and anus
Z85.048 Personal history of other malignant neoplasm of rectum, rectosigmoid junction, and anus
Z85.41 Personal history of malignant neoplasm of cervix uteri
Z85.42 Personal history of malignant neoplasm of other parts of uterus
Z85.43 Personal history of malignant neoplasm of ovary
Z85.47 Personal history of malignant neoplasm of testis
Z85.5 Personal history of malignant neoplasm of urinary tract
Z85.51 Personal history of malignant neoplasm of bladder
Z85.52 Personal history of malignant neoplasm of kidney
Z85.528 Personal history of other malignant neoplasm of kidney
Z85.6 Personal history of leukemia
Z85.7 Personal history of other malignant neoplasms of lymphoid, hematopoietic and related tissues
Z85.71 Personal history of Hodgkin lymphoma
Z85.72 Personal history of non-Hodgkin lymphomas
Z85.85 Personal history of malignant neoplasm of endocrine glands
Z85.850 Personal history of malignant neoplasm of thyroid
Z85.9 Personal history of malignant neoplasm, unspecified
Z86.1 Personal history of infectious and parasitic diseases
Z86.14 Personal history of Methicillin resistant Staphylococcus aureus infection
Z86.16 Personal history of COVID-19
Z86.19 Personal history of other infectious and parasitic diseases
Z86.3 Personal history of endocrine, nutritional and metabolic diseases
Z86.32 Personal history of gestational diabetes
Z86.39 Personal history of other endocrine, nutritional and metabolic disease
Z86.5 Personal history of mental and behavioral disorders
Z86.59 Personal history of other mental and behavioral disorders
Z86.72 Personal history of thrombophlebitis
Z86.74 Personal history of sudden cardiac arrest
Z87.09 Personal history of other diseases of the respiratory system
Z87.1 Personal history of diseases of the digestive system
Z87.11 Personal history of peptic ulcer disease
Z87.19 Personal history of other diseases of the digestive system
Z87.2 Personal history of diseases of the skin and subcutaneous tissue
Z87.3 Personal history of diseases of the musculoskeletal system and connective tissue
Z87.31 Personal history of (healed) nontraumatic fracture
Z87.310 Personal history of (healed) osteoporosis fracture
Z87.39 Personal history of other diseases of the musculoskeletal system and connective tissue
Z87.43 Personal history of diseases of male genital organs
Z87.438 Personal history of other diseases of male genital organs
Z87.448 Personal history of other diseases of urinary system
Z87.5 Personal history of complications of pregnancy, childbirth and the puerperium
Z87.51 Personal history of pre-term labor
Z87.81 Personal history of (healed) traumatic fracture
Z87.82 Personal history of other (healed) physical injury and trauma
Z87.820 Personal history of traumatic brain injury
Z88.2 Allergy status to sulfonamides
Z90 Acquired absence of organs, not elsewhere classified
Z90.1 Acquired absence of breast and nipple
Z90.10 Acquired absence of unspecified breast and nipple
Z90.1[12] Acquired absence of @ breast and nipple
Z90.13 Acquired absence of bilateral breasts and nipples
Z90.4 Acquired absence of other specified parts of digestive tract
Z90.49 Acquired absence of other specified parts of digestive tract
Z90.7 Acquired absence of genital organ(s)
Z90.71 Acquired absence of cervix and uterus
Z90.710 Acquired absence of both cervix and uterus
Z98 Other postprocedural states
Z98.8 Other specified postprocedural states
Z98.84 Bariatric surgery status
Z98.89 Other specified postprocedural states
Z98.890 Other specified postprocedural states
`;
