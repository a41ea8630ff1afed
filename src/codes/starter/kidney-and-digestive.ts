/** Diseases of the genitourinary and digestive systems, pregnancy. See parse-catalogue.ts for the format. */
export const KIDNEY_AND_DIGESTIVE = `
K21 Gastro-esophageal reflux disease
x1 newborn esophageal reflux (P78.83)
K21.0 Gastro-esophageal reflux disease with esophagitis
= Reflux esophagitis
K21.00 Gastro-esophageal reflux disease with esophagitis, without bleeding
K21.01 Gastro-esophageal reflux disease with esophagitis, with bleeding
K21.9 Gastro-esophageal reflux disease without esophagitis
= Esophageal reflux NOS
K22 Other diseases of esophagus
K22.7 Barrett's esophagus
K22.70 Barrett's esophagus without dysplasia
K25 Gastric ulcer
K25.9 Gastric ulcer, unspecified as acute or chronic, without hemorrhage or perforation
K29 Gastritis and duodenitis
K29.7 Gastritis, unspecified
K29.70 Gastritis, unspecified, without bleeding
K29.71 Gastritis, unspecified, with bleeding
K30 Functional dyspepsia
= Indigestion
x1 dyspepsia NOS (R10.13); heartburn (R12)
K31 Other diseases of stomach and duodenum
K31.8 Other specified diseases of stomach and duodenum
K31.84 Gastroparesis
first underlying disease, if known, such as: diabetes mellitus (E08.43, E09.43, E10.43, E11.43, E13.43)
K35 Acute appendicitis
K35.8 Other and unspecified acute appendicitis
K35.80 Unspecified acute appendicitis
K40 Inguinal hernia
K40.9 Unilateral inguinal hernia, without obstruction or gangrene
K40.90 Unilateral inguinal hernia, without obstruction or gangrene, not specified as recurrent
K40.2 Bilateral inguinal hernia, without obstruction or gangrene
K40.20 Bilateral inguinal hernia, without obstruction or gangrene, not specified as recurrent
K40.91 Unilateral inguinal hernia, without obstruction or gangrene, recurrent
K42 Umbilical hernia
K42.9 Umbilical hernia without obstruction or gangrene
K43 Ventral hernia
K43.9 Ventral hernia without obstruction or gangrene
K44 Diaphragmatic hernia
= hiatal hernia
K44.9 Diaphragmatic hernia without obstruction or gangrene
K50 Crohn's disease [regional enteritis]
x1 ulcerative colitis (K51.-)
K50.9 Crohn's disease, unspecified
K50.90 Crohn's disease, unspecified, without complications
K51 Ulcerative colitis
x1 Crohn's disease [regional enteritis] (K50.-)
K51.9 Ulcerative colitis, unspecified
K51.90 Ulcerative colitis, unspecified, without complications
K52 Other and unspecified noninfective gastroenteritis and colitis
K52.9 Noninfective gastroenteritis and colitis, unspecified
K57 Diverticular disease of intestine
K57.3 Diverticular disease of large intestine without perforation or abscess
K57.30 Diverticulosis of large intestine without perforation or abscess without bleeding
K57.31 Diverticulosis of large intestine without perforation or abscess with bleeding
K57.32 Diverticulitis of large intestine without perforation or abscess without bleeding
K57.33 Diverticulitis of large intestine without perforation or abscess with bleeding
K57.9 Diverticular disease of intestine, part unspecified, without perforation or abscess
K57.90 Diverticulosis of intestine, part unspecified, without perforation or abscess without bleeding
K57.92 Diverticulitis of intestine, part unspecified, without perforation or abscess without bleeding
K58 Irritable bowel syndrome
K58.0 Irritable bowel syndrome with diarrhea
K58.1 Irritable bowel syndrome with constipation
K58.2 Mixed irritable bowel syndrome
K58.9 Irritable bowel syndrome without diarrhea
K59 Other functional intestinal disorders
K59.0 Constipation
K59.00 Constipation, unspecified
K59.03 Drug induced constipation
K59.04 Chronic idiopathic constipation
K59.09 Other constipation
K62 Other diseases of anus and rectum
K62.5 Hemorrhage of anus and rectum
K63 Other diseases of intestine
K63.5 Polyp of colon
x1 adenomatous polyp of colon (D12.-)
K64 Hemorrhoids and perianal venous thrombosis
K64.4 Residual hemorrhoidal skin tags
K64.8 Other hemorrhoids
K64.9 Unspecified hemorrhoids
K70 Alcoholic liver disease
K70.3 Alcoholic cirrhosis of liver
K70.30 Alcoholic cirrhosis of liver without ascites
K70.31 Alcoholic cirrhosis of liver with ascites
K72 Hepatic failure, not elsewhere classified
K72.9 Hepatic failure, unspecified
K72.90 Hepatic failure, unspecified without coma
K74 Fibrosis and cirrhosis of liver
x1 alcoholic cirrhosis (of liver) (K70.3)
K74.6 Other and unspecified cirrhosis of liver
K74.60 Unspecified cirrhosis of liver
K74.69 Other cirrhosis of liver
K75 Other inflammatory liver diseases
K75.8 Other specified inflammatory liver diseases
K75.81 Nonalcoholic steatohepatitis (NASH)
K76 Other diseases of liver
K76.0 Fatty (change of) liver, not elsewhere classified
= Nonalcoholic fatty liver disease (NAFLD)
x1 nonalcoholic steatohepatitis (NASH) (K75.81)
K80 Cholelithiasis
K80.0 Calculus of gallbladder with acute cholecystitis
K80.00 Calculus of gallbladder with acute cholecystitis without obstruction
K80.2 Calculus of gallbladder without cholecystitis
K80.20 Calculus of gallbladder without cholecystitis without obstruction
= Cholelithiasis (without cholecystitis)
K81 Cholecystitis
x1 cholecystitis with cholelithiasis (K80.-)
K81.0 Acute cholecystitis
K81.9 Cholecystitis, unspecified
K85 Acute pancreatitis
K85.9 Acute pancreatitis, unspecified
K85.90 Acute pancreatitis without necrosis or infection, unspecified
K86 Other diseases of pancreas
K86.1 Other chronic pancreatitis
K92 Other diseases of digestive system
K92.0 Hematemesis
K92.1 Melena
K92.2 Gastrointestinal hemorrhage, unspecified
N13 Obstructive and reflux uropathy
N13.3 Other and unspecified hydronephrosis
N13.30 Unspecified hydronephrosis
N17 Acute kidney failure
x1 posttraumatic renal failure (T79.5)
N17.0 Acute kidney failure with tubular necrosis
N17.9 Acute kidney failure, unspecified
= Acute kidney injury (nontraumatic)
N18 Chronic kidney disease (CKD)
first any associated: diabetic chronic kidney disease (E08.22, E09.22, E10.22, E11.22, E13.22); hypertensive chronic kidney disease (I12.-, I13.-)
add code to identify kidney transplant status, if applicable, (Z94.0)
N18.1 Chronic kidney disease, stage 1
N18.2 Chronic kidney disease, stage 2 (mild)
N18.3 Chronic kidney disease, stage 3 (moderate)
N18.30 Chronic kidney disease, stage 3 unspecified
N18.31 Chronic kidney disease, stage 3a
N18.32 Chronic kidney disease, stage 3b
N18.4 Chronic kidney disease, stage 4 (severe)
N18.5 Chronic kidney disease, stage 5
x1 chronic kidney disease, stage 5 requiring chronic dialysis (N18.6)
N18.6 End stage renal disease
= Chronic kidney disease requiring chronic dialysis
add code to identify dialysis status (Z99.2)
N18.9 Chronic kidney disease, unspecified
= Chronic renal disease; Chronic renal insufficiency; Chronic renal failure NOS
N19 Unspecified kidney failure
x1 acute kidney failure (N17.-); chronic kidney disease (N18.-)
N20 Calculus of kidney and ureter
N20.0 Calculus of kidney
= Nephrolithiasis NOS; Renal stone
N20.1 Calculus of ureter
N20.2 Calculus of kidney with calculus of ureter
N20.9 Urinary calculus, unspecified
N25 Disorders resulting from impaired renal tubular function
N25.8 Other disorders resulting from impaired renal tubular function
N25.81 Secondary hyperparathyroidism of renal origin
N28 Other disorders of kidney and ureter, not elsewhere classified
N28.1 Cyst of kidney, acquired
N28.9 Disorder of kidney and ureter, unspecified
N30 Cystitis
N30.0 Acute cystitis
N30.00 Acute cystitis without hematuria
N30.01 Acute cystitis with hematuria
N30.9 Cystitis, unspecified
N30.90 Cystitis, unspecified without hematuria
N30.91 Cystitis, unspecified with hematuria
N32 Other disorders of bladder
N32.8 Other specified disorders of bladder
N32.81 Overactive bladder
N39 Other disorders of urinary system
N39.0 Urinary tract infection, site not specified
x1 candidiasis of urinary tract (B37.4-); cystitis (N30.-); pyelonephritis (N10-N12); urethritis (N34.-)
add code (B95-B97), to identify infectious agent
N39.3 Stress incontinence (female) (male)
N39.4 Other specified urinary incontinence
N39.41 Urge incontinence
N39.46 Mixed incontinence
N40 Benign prostatic hyperplasia
x1 benign neoplasms of prostate (adenoma, benign) (fibroadenoma) (fibroma) (myoma) (D29.1)
N40.0 Benign prostatic hyperplasia without lower urinary tract symptoms
= Enlarged prostate NOS
N40.1 Benign prostatic hyperplasia with lower urinary tract symptoms
add code for associated symptoms, when specified: incomplete bladder emptying (R39.14); nocturia (R35.1); urinary frequency (R35.0); urinary retention (R33.8); weak urinary stream (R39.12)
N41 Inflammatory diseases of prostate
N41.0 Acute prostatitis
N41.9 Inflammatory disease of prostate, unspecified
N52 Male erectile dysfunction
N52.9 Male erectile dysfunction, unspecified
= Impotence NOS
N63 Unspecified lump in breast
N63.0 Unspecified lump in unspecified breast
N64 Other disorders of breast
N64.4 Mastodynia
N76 Other inflammation of vagina and vulva
N76.0 Acute vaginitis
N80 Endometriosis
N80.9 Endometriosis, unspecified
N92 Excessive, frequent and irregular menstruation
N92.0 Excessive and frequent menstruation with regular cycle
N92.1 Excessive and frequent menstruation with irregular cycle
N92.6 Irregular menstruation, unspecified
N93 Other abnormal uterine and vaginal bleeding
N93.9 Abnormal uterine and vaginal bleeding, unspecified
N94 Pain and other conditions associated with female genital organs and menstrual cycle
N94.6 Dysmenorrhea, unspecified
N95 Menopausal and other perimenopausal disorders
N95.0 Postmenopausal bleeding
N95.1 Menopausal and female climacteric states
N95.2 Postmenopausal atrophic vaginitis
O24 Diabetes mellitus in pregnancy, childbirth, and the puerperium
O24.4 Gestational diabetes mellitus
O24.41 Gestational diabetes mellitus in pregnancy
O24.410 Gestational diabetes mellitus in pregnancy, diet controlled
O24.414 Gestational diabetes mellitus in pregnancy, insulin controlled
O24.415 Gestational diabetes mellitus in pregnancy, controlled by oral hypoglycemic drugs
O24.419 Gestational diabetes mellitus in pregnancy, unspecified control
`;
