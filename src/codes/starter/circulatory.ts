/** Diseases of the circulatory system. See parse-catalogue.ts for the format. */
export const CIRCULATORY = `
I10 Essential (primary) hypertension
= high blood pressure; hypertension (arterial) (benign) (essential) (malignant) (primary) (systemic)
x1 hypertensive disease complicating pregnancy, childbirth and the puerperium (O10-O11, O13-O16)
I11 Hypertensive heart disease
I11.0 Hypertensive heart disease with heart failure
= Hypertensive heart failure
add code to identify type of heart failure (I50.-)
I11.9 Hypertensive heart disease without heart failure
I12 Hypertensive chronic kidney disease
x1 hypertension due to kidney disease (I15.0, I15.1)
I12.0 Hypertensive chronic kidney disease with stage 5 chronic kidney disease or end stage renal disease
add code to identify the stage of chronic kidney disease (N18.5, N18.6)
I12.9 Hypertensive chronic kidney disease with stage 1 through stage 4 chronic kidney disease, or unspecified chronic kidney disease
= Hypertensive renal disease NOS
add code to identify the stage of chronic kidney disease (N18.1-N18.4, N18.9)
I13 Hypertensive heart and chronic kidney disease
I13.0 Hypertensive heart and chronic kidney disease with heart failure and stage 1 through stage 4 chronic kidney disease, or unspecified chronic kidney disease
add code to identify type of heart failure (I50.-)
add code to identify stage of chronic kidney disease (N18.1-N18.4, N18.9)
I13.1 Hypertensive heart and chronic kidney disease without heart failure
I13.10 Hypertensive heart and chronic kidney disease without heart failure, with stage 1 through stage 4 chronic kidney disease, or unspecified chronic kidney disease
I13.11 Hypertensive heart and chronic kidney disease without heart failure, with stage 5 chronic kidney disease, or end stage renal disease
I13.2 Hypertensive heart and chronic kidney disease with heart failure and with stage 5 chronic kidney disease, or end stage renal disease
I15 Secondary hypertension
I15.0 Renovascular hypertension
I15.1 Hypertension secondary to other renal disorders
I15.2 Hypertension secondary to endocrine disorders
I15.8 Other secondary hypertension
I15.9 Secondary hypertension, unspecified
I16 Hypertensive crisis
also any identified hypertensive disease (I10-I15)
I16.0 Hypertensive urgency
I16.1 Hypertensive emergency
I16.9 Hypertensive crisis, unspecified
I1A>2024 Other hypertension
I1A.0>2024 Resistant hypertension
I20 Angina pectoris
x1 angina pectoris with atherosclerotic heart disease of native coronary arteries (I25.1-)
I20.0 Unstable angina
I20.1 Angina pectoris with documented spasm
I20.2>2023 Refractory angina pectoris
I20.8 Other forms of angina pectoris
I20.81>2024 Angina pectoris with coronary microvascular dysfunction
I20.89>2024 Other forms of angina pectoris
I20.9 Angina pectoris, unspecified
I21 Acute myocardial infarction
I21.0 ST elevation (STEMI) myocardial infarction of anterior wall
I21.01 ST elevation (STEMI) myocardial infarction involving left main coronary artery
I21.02 ST elevation (STEMI) myocardial infarction involving left anterior descending coronary artery
I21.09 ST elevation (STEMI) myocardial infarction involving other coronary artery of anterior wall
I21.1 ST elevation (STEMI) myocardial infarction of inferior wall
I21.11 ST elevation (STEMI) myocardial infarction involving right coronary artery
I21.19 ST elevation (STEMI) myocardial infarction involving other coronary artery of inferior wall
I21.3 ST elevation (STEMI) myocardial infarction of unspecified site
I21.4 Non-ST elevation (NSTEMI) myocardial infarction
I21.9 Acute myocardial infarction, unspecified
I21.A Other type of myocardial infarction
I21.A1 Myocardial infarction type 2
I24 Other acute ischemic heart diseases
I24.8 Other forms of acute ischemic heart disease
I24.81>2024 Acute coronary microvascular dysfunction
I24.89>2024 Other forms of acute ischemic heart disease
I24.9 Acute ischemic heart disease, unspecified
I25 Chronic ischemic heart disease
I25.1 Atherosclerotic heart disease of native coronary artery
= Atherosclerotic cardiovascular disease; Coronary (artery) atherosclerosis; Coronary (artery) disease
I25.10 Atherosclerotic heart disease of native coronary artery without angina pectoris
I25.11 Atherosclerotic heart disease of native coronary artery with angina pectoris
I25.110 Atherosclerotic heart disease of native coronary artery with unstable angina pectoris
I25.118 Atherosclerotic heart disease of native coronary artery with other forms of angina pectoris
I25.119 Atherosclerotic heart disease of native coronary artery with unspecified angina pectoris
I25.2 Old myocardial infarction
= Healed myocardial infarction
I25.5 Ischemic cardiomyopathy
I25.8 Other forms of chronic ischemic heart disease
I25.82 Chronic total occlusion of coronary artery
I25.9 Chronic ischemic heart disease, unspecified
I26 Pulmonary embolism
I26.0 Pulmonary embolism with acute cor pulmonale
I26.09 Other pulmonary embolism with acute cor pulmonale
I26.9 Pulmonary embolism without acute cor pulmonale
I26.92 Saddle embolus of pulmonary artery without acute cor pulmonale
I26.99 Other pulmonary embolism without acute cor pulmonale
= Pulmonary embolism NOS
I27 Other pulmonary heart diseases
I27.0 Primary pulmonary hypertension
I27.2 Other secondary pulmonary hypertension
I27.20 Pulmonary hypertension, unspecified
I27.21 Secondary pulmonary arterial hypertension
I34 Nonrheumatic mitral valve disorders
I34.0 Nonrheumatic mitral (valve) insufficiency
I34.1 Nonrheumatic mitral (valve) prolapse
I35 Nonrheumatic aortic valve disorders
I35.0 Nonrheumatic aortic (valve) stenosis
I35.1 Nonrheumatic aortic (valve) insufficiency
I42 Cardiomyopathy
I42.0 Dilated cardiomyopathy
I42.8 Other cardiomyopathies
I42.9 Cardiomyopathy, unspecified
I44 Atrioventricular and left bundle-branch block
I44.0 Atrioventricular block, first degree
I44.1 Atrioventricular block, second degree
I44.2 Atrioventricular block, complete
I44.7 Left bundle-branch block, unspecified
I47 Paroxysmal tachycardia
I47.1 Supraventricular tachycardia
I47.10>2024 Supraventricular tachycardia, unspecified
I47.11>2024 Inappropriate sinus tachycardia, so stated
I47.19>2024 Other supraventricular tachycardia
I47.2 Ventricular tachycardia
I47.20>2023 Ventricular tachycardia, unspecified
I47.21>2023 Torsades de pointes
I47.29>2023 Other ventricular tachycardia
I48 Atrial fibrillation and flutter
I48.0 Paroxysmal atrial fibrillation
I48.1 Persistent atrial fibrillation
I48.11 Longstanding persistent atrial fibrillation
I48.19 Other persistent atrial fibrillation
I48.2 Chronic atrial fibrillation
I48.20 Chronic atrial fibrillation, unspecified
I48.21 Permanent atrial fibrillation
I48.3 Typical atrial flutter
I48.4 Atypical atrial flutter
I48.9 Unspecified atrial fibrillation and atrial flutter
I48.91 Unspecified atrial fibrillation
I48.92 Unspecified atrial flutter
I49 Other cardiac arrhythmias
I49.1 Atrial premature depolarization
I49.3 Ventricular premature depolarization
I49.5 Sick sinus syndrome
I49.9 Cardiac arrhythmia, unspecified
I50 Heart failure
first heart failure due to hypertension (I11.0); heart failure due to hypertension with chronic kidney disease (I13.-)
I50.1 Left ventricular failure, unspecified
I50.2 Systolic (congestive) heart failure
= Heart failure with reduced ejection fraction [HFrEF]
I50.20 Unspecified systolic (congestive) heart failure
I50.21 Acute systolic (congestive) heart failure
I50.22 Chronic systolic (congestive) heart failure
I50.23 Acute on chronic systolic (congestive) heart failure
I50.3 Diastolic (congestive) heart failure
= Heart failure with preserved ejection fraction [HFpEF]
I50.30 Unspecified diastolic (congestive) heart failure
I50.31 Acute diastolic (congestive) heart failure
I50.32 Chronic diastolic (congestive) heart failure
I50.33 Acute on chronic diastolic (congestive) heart failure
I50.4 Combined systolic (congestive) and diastolic (congestive) heart failure
I50.40 Unspecified combined systolic (congestive) and diastolic (congestive) heart failure
I50.41 Acute combined systolic (congestive) and diastolic (congestive) heart failure
I50.42 Chronic combined systolic (congestive) and diastolic (congestive) heart failure
I50.43 Acute on chronic combined systolic (congestive) and diastolic (congestive) heart failure
I50.8 Other heart failure
I50.81 Right heart failure
I50.810 Right heart failure, unspecified
I50.84 End stage heart failure
I50.89 Other heart failure
I50.9 Heart failure, unspecified
= Congestive heart failure NOS
I51 Complications and ill-defined descriptions of heart disease
I51.7 Cardiomegaly
I51.8 Other ill-defined heart diseases
I51.81 Takotsubo syndrome
I61 Nontraumatic intracerebral hemorrhage
I61.9 Nontraumatic intracerebral hemorrhage, unspecified
I63 Cerebral infarction
x1 sequelae of cerebral infarction (I69.3-)
I63.9 Cerebral infarction, unspecified
= Stroke NOS
I65 Occlusion and stenosis of precerebral arteries, not resulting in cerebral infarction
I65.2 Occlusion and stenosis of carotid artery
I65.2[1239] Occlusion and stenosis of @ carotid artery
I65.23 Occlusion and stenosis of bilateral carotid arteries
I67 Other cerebrovascular diseases
I67.9 Cerebrovascular disease, unspecified
I69 Sequelae of cerebrovascular disease
x1 personal history of cerebral infarction without residual deficit (Z86.73)
I69.3 Sequelae of cerebral infarction
I69.30 Unspecified sequelae of cerebral infarction
I69.32 Speech and language deficits following cerebral infarction
I69.320 Aphasia following cerebral infarction
I69.35 Hemiplegia and hemiparesis following cerebral infarction
I69.351 Hemiplegia and hemiparesis following cerebral infarction affecting right dominant side
I69.352 Hemiplegia and hemiparesis following cerebral infarction affecting left dominant side
I69.353 Hemiplegia and hemiparesis following cerebral infarction affecting right non-dominant side
I69.354 Hemiplegia and hemiparesis following cerebral infarction affecting left non-dominant side
I69.359 Hemiplegia and hemiparesis following cerebral infarction affecting unspecified side
I69.39 Other sequelae of cerebral infarction
I69.390 Apraxia following cerebral infarction
I69.391 Dysphagia following cerebral infarction
add code to identify the type of dysphagia, if known (R13.1-)
I69.392 Facial weakness following cerebral infarction
I69.393 Ataxia following cerebral infarction
I69.398 Other sequelae of cerebral infarction
I70 Atherosclerosis
I70.0 Atherosclerosis of aorta
I70.2 Atherosclerosis of native arteries of the extremities
I70.20 Unspecified atherosclerosis of native arteries of extremities
I70.20[129] Unspecified atherosclerosis of native arteries of extremities, @ leg
I70.203 Unspecified atherosclerosis of native arteries of extremities, bilateral legs
I70.209 Unspecified atherosclerosis of native arteries of extremities, unspecified extremity
I70.21 Atherosclerosis of native arteries of extremities with intermittent claudication
I70.21[12] Atherosclerosis of native arteries of extremities with intermittent claudication, @ leg
I70.213 Atherosclerosis of native arteries of extremities with intermittent claudication, bilateral legs
I70.219 Atherosclerosis of native arteries of extremities with intermittent claudication, unspecified extremity
I73 Other peripheral vascular diseases
I73.0 Raynaud's syndrome
I73.00 Raynaud's syndrome without gangrene
I73.9 Peripheral vascular disease, unspecified
= Intermittent claudication; Peripheral angiopathy NOS
I82 Other venous embolism and thrombosis
I82.4 Acute embolism and thrombosis of deep veins of lower extremity
I82.40 Acute embolism and thrombosis of unspecified deep veins of lower extremity
= Deep vein thrombosis NOS; DVT NOS
I82.40[12] Acute embolism and thrombosis of unspecified deep veins of @ lower extremity
I82.403 Acute embolism and thrombosis of unspecified deep veins of lower extremity, bilateral
I82.409 Acute embolism and thrombosis of unspecified deep veins of unspecified lower extremity
I82.5 Chronic embolism and thrombosis of deep veins of lower extremity
I82.50 Chronic embolism and thrombosis of unspecified deep veins of lower extremity
I82.50[129] Chronic embolism and thrombosis of unspecified deep veins of @ lower extremity
I83 Varicose veins of lower extremities
I83.9 Asymptomatic varicose veins of lower extremities
I83.9[12] Asymptomatic varicose veins of @ lower extremity
I83.90 Asymptomatic varicose veins of unspecified lower extremity
I83.93 Asymptomatic varicose veins of bilateral lower extremities
I87 Other disorders of veins
I87.2 Venous insufficiency (chronic) (peripheral)
I89 Other noninfective disorders of lymphatic vessels and lymph nodes
I89.0 Lymphedema, not elsewhere classified
I95 Hypotension
I95.1 Orthostatic hypotension
I95.9 Hypotension, unspecified
`;
