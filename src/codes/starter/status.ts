/** Factors influencing health status. See parse-catalogue.ts for the format. */
export const STATUS = `
Z00 Encounter for general examination without complaint, suspected or reported diagnosis
Z00.0 Encounter for general adult medical examination
Z00.00 Encounter for general adult medical examination without abnormal findings
Z00.01 Encounter for general adult medical examination with abnormal findings
Z00.1 Encounter for newborn, infant and child health examinations
Z00.12 Encounter for routine child health examination
Z00.121 Encounter for routine child health examination with abnormal findings
Z00.129 Encounter for routine child health examination without abnormal findings
Z01 Encounter for other special examination without complaint, suspected or reported diagnosis
Z01.4 Encounter for gynecological examination
Z01.41 Encounter for routine gynecological examination
Z01.411 Encounter for gynecological examination (general) (routine) with abnormal findings
Z01.419 Encounter for gynecological examination (general) (routine) without abnormal findings
Z01.8 Encounter for other specified special examinations
Z01.81 Encounter for preprocedural examinations
Z01.818 Encounter for other preprocedural examination
Z12 Encounter for screening for malignant neoplasms
Z12.1 Encounter for screening for malignant neoplasm of intestinal tract
Z12.11 Encounter for screening for malignant neoplasm of colon
Z12.3 Encounter for screening for malignant neoplasm of breast
Z12.31 Encounter for screening mammogram for malignant neoplasm of breast
Z12.4 Encounter for screening for malignant neoplasm of cervix
Z12.5 Encounter for screening for malignant neoplasm of prostate
Z21 Asymptomatic human immunodeficiency virus [HIV] infection status
x1 human immunodeficiency virus [HIV] disease (B20)
Z23 Encounter for immunization
Z51 Encounter for other aftercare and medical care
Z51.1 Encounter for antineoplastic chemotherapy and immunotherapy
Z51.11 Encounter for antineoplastic chemotherapy
Z51.8 Encounter for other specified aftercare
Z51.81 Encounter for therapeutic drug level monitoring
Z66 Do not resuscitate
Z68 Body mass index [BMI]
Z68.1 Body mass index [BMI] 19.9 or less, adult
Z68.3 Body mass index [BMI] 30-39, adult
Z68.30 Body mass index [BMI] 30.0-30.9, adult
Z68.31 Body mass index [BMI] 31.0-31.9, adult
Z68.32 Body mass index [BMI] 32.0-32.9, adult
Z68.33 Body mass index [BMI] 33.0-33.9, adult
Z68.34 Body mass index [BMI] 34.0-34.9, adult
Z68.35 Body mass index [BMI] 35.0-35.9, adult
Z68.36 Body mass index [BMI] 36.0-36.9, adult
Z68.37 Body mass index [BMI] 37.0-37.9, adult
Z68.38 Body mass index [BMI] 38.0-38.9, adult
Z68.39 Body mass index [BMI] 39.0-39.9, adult
Z68.4 Body mass index [BMI] 40 or greater, adult
Z68.41 Body mass index [BMI] 40.0-44.9, adult
Z68.42 Body mass index [BMI] 45.0-49.9, adult
Z68.43 Body mass index [BMI] 50.0-59.9, adult
Z72 Problems related to lifestyle
Z72.0 Tobacco use
x1 tobacco dependence (F17.2-)
Z79 Long term (current) drug therapy
Z79.0 Long term (current) use of anticoagulants and antithrombotics/antiplatelets
Z79.01 Long term (current) use of anticoagulants
Z79.02 Long term (current) use of antithrombotics/antiplatelets
Z79.4 Long term (current) use of insulin
Z79.5 Long term (current) use of steroids
Z79.52 Long term (current) use of systemic steroids
Z79.8 Other long term (current) drug therapy
Z79.82 Long term (current) use of aspirin
Z79.84 Long term (current) use of oral hypoglycemic drugs
Z79.85>2023 Long-term (current) use of injectable non-insulin antidiabetic drugs
Z79.89 Other long term (current) drug therapy
Z79.891 Long term (current) use of opiate analgesic
Z79.899 Other long term (current) drug therapy
Z80 Family history of primary malignant neoplasm
Z80.0 Family history of malignant neoplasm of digestive organs
Z80.3 Family history of malignant neoplasm of breast
Z82 Family history of certain disabilities and chronic diseases (leading to disablement)
Z82.4 Family history of ischemic heart disease and other diseases of the circulatory system
Z82.49 Family history of ischemic heart disease and other diseases of the circulatory system
Z83 Family history of other specific disorders
Z83.3 Family history of diabetes mellitus
Z85 Personal history of malignant neoplasm
Z85.0 Personal history of malignant neoplasm of digestive organs
Z85.03 Personal history of malignant neoplasm of large intestine
Z85.038 Personal history of other malignant neoplasm of large intestine
Z85.1 Personal history of malignant neoplasm of trachea, bronchus and lung
Z85.11 Personal history of malignant neoplasm of bronchus and lung
Z85.118 Personal history of other malignant neoplasm of bronchus and lung
Z85.3 Personal history of malignant neoplasm of breast
Z85.4 Personal history of malignant neoplasm of genital organs
Z85.46 Personal history of malignant neoplasm of prostate
Z85.8 Personal history of malignant neoplasms of other organs and systems
Z85.82 Personal history of malignant neoplasm of skin
Z85.820 Personal history of malignant melanoma of skin
Z85.828 Personal history of other malignant neoplasm of skin
Z86 Personal history of certain other diseases
Z86.0 Personal history of in-situ and benign neoplasms and neoplasms of uncertain behavior
Z86.01 Personal history of benign neoplasm
Z86.010 Personal history of colonic polyps
Z86.0100>2025 Personal history of colon polyps, unspecified
Z86.0101>2025 Personal history of adenomatous and serrated colon polyps
Z86.0102>2025 Personal history of hyperplastic colon polyps
Z86.0109>2025 Personal history of other colon polyps
Z86.7 Personal history of diseases of the circulatory system
Z86.71 Personal history of venous thrombosis and embolism
Z86.711 Personal history of pulmonary embolism
Z86.718 Personal history of other venous thrombosis and embolism
Z86.73 Personal history of transient ischemic attack (TIA), and cerebral infarction without residual deficits
x1 personal history of traumatic brain injury (Z87.820); sequelae of cerebrovascular disease (I69.-)
Z86.79 Personal history of other diseases of the circulatory system
Z87 Personal history of other diseases and conditions
Z87.0 Personal history of diseases of the respiratory system
Z87.01 Personal history of pneumonia (recurrent)
Z87.4 Personal history of diseases of genitourinary system
Z87.44 Personal history of diseases of urinary system
Z87.440 Personal history of urinary (tract) infections
Z87.442 Personal history of urinary calculi
Z87.8 Personal history of other specified conditions
Z87.89 Personal history of other specified conditions
Z87.891 Personal history of nicotine dependence
x1 current nicotine dependence (F17.2-)
Z88 Allergy status to drugs, medicaments and biological substances
Z88.0 Allergy status to penicillin
Z91 Personal risk factors, not elsewhere classified
Z91.8 Other specified personal risk factors, not elsewhere classified
Z91.81 History of falling
Z94 Transplanted organ and tissue status
Z94.0 Kidney transplant status
Z95 Presence of cardiac and vascular implants and grafts
Z95.0 Presence of cardiac pacemaker
Z95.1 Presence of aortocoronary bypass graft
Z95.5 Presence of coronary angioplasty implant and graft
Z96 Presence of other functional implants
Z96.6 Presence of orthopedic joint implants
Z96.64 Presence of artificial hip joint
Z96.64[129] Presence of @ artificial hip joint
Z96.643 Presence of artificial hip joint, bilateral
Z96.65 Presence of artificial knee joint
Z96.65[129] Presence of @ artificial knee joint
Z96.653 Presence of artificial knee joint, bilateral
Z99 Dependence on enabling machines and devices, not elsewhere classified
Z99.2 Dependence on renal dialysis
Z99.8 Dependence on other enabling machines and devices
Z99.81 Dependence on supplemental oxygen
`;
