/**
 * Adjective and noun, singular and plural, and the spellings of one word: `canonical: variant | variant`, as in
 * canonical-terms.ts. Applied to notes and titles alike.
 */
export const WORD_FORMS = `
skin: cutaneous | dermal
eye: ocular | ophthalmic
lid: eyelid | palpebral
cornea: corneal
conjunctiva: conjunctival
subconjunctival: subconjunctiva
retina: retinal
vitreous: vitreal
ear_drum: tympanic membrane | eardrum | ear drum | TM
tooth: dental | teeth
mouth: oral
tongue: lingual
throat: pharynx | pharyngeal
larynx: laryngeal
trachea: tracheal
bronchus: bronchial | bronchi
esophagus: esophageal | oesophageal | oesophagus
duodenum: duodenal
ileum: ileal
jejunum: jejunal
cecum: cecal | caecum
colon: colonic
rectum: rectal
anus: anal
pancreas: pancreatic
spleen: splenic
gallbladder: cholecystic
ureter: ureteral | ureteric
urethra: urethral
prostate: prostatic
testis: testicular | testicle | testes
epididymis: epididymal
ovary: ovarian | ovaries
uterus: uterine | uteri
vagina: vaginal
vulva: vulvar
breast: mammary
thyroid: thyroidal
axilla: axillary | armpit
abdomen: abdominal | belly
pelvis: pelvic
spine: spinal
scapula: scapular | shoulder blade
sternum: sternal | breastbone
metacarpal: metacarpals
metatarsal: metatarsals
phalanx: phalangeal | phalange | phalanges
scaphoid: navicular of wrist
trochanter: trochanteric
achilles: achille | achilles tendon
tendinitis: tendonitis | tendinopathy | tendoniti | tendiniti
tenosynovitis: tenosynoviti
bursitis: bursiti
arthritis: arthropathy | arthropathic
artery: arterial | arteries
vein: venous | veins
lymph_node: lymph node | nodal | lymph nodes
muscle: muscular
nail: ungual | nail plate
bone: osseous | bony
joint: articular
aorta: aortic
valve: valvular
atrium: atrial
ventricle: ventricular
brain: intracranial metastatic | cerebral metastases
meninges: meningeal
nose: nasal
sinus: sinuses
tonsil: tonsillar
adenoid: adenoidal
hypertrophy: hypertrophic | enlargement | enlarged
hyperplasia: hyperplastic
stenosis: stenotic | narrowing | stricture
obstruction: obstructed | obstructing | obstructive | incarcerated | irreducible
perforation: perforated | ruptured | rupture
necrosis: necrotic
ischemia: ischemic | ischaemic | ischaemia
ascites: ascite
nondominant: non dominant | non-dominant
pathological: pathologic
trichomona: trichomonal | trichomoniasi | trichomoniasis
face: facial
antrum: antral
glottis: glottic
acromioclavicular: AC joint
aftermath: residual of | residual from | residual | residuals | sequela | sequelae | late effect | late effects | following | post stroke | poststroke | after stroke | after cva
torus: buckle | greenstick torus
trimester_1: first trimester | 1st trimester
trimester_2: second trimester | 2nd trimester
trimester_3: third trimester | 3rd trimester
multigravida: multiparous | multigravid
primigravida: primigravid | nulliparous
elderly: advanced maternal age | AMA | advanced maternal
complex+partial: focal impaired awareness | impaired awareness | impaired-awareness | dyscognitive
localization+related+epilepsy: focal epilepsy | focal onset epilepsy | partial epilepsy | localization related epilepsy
localization+related: localization-related | localization related
fentanyl: fentanyl analog | fentanyl analogs | fentanyl or fentanyl analogs
accidental: unintentional
anaphylaxis: anaphylactic reaction | anaphylactic shock | anaphylactic
calculus: calculous
bipolar_2: bipolar ii disorder | bipolar ii | bipolar 2 | bipolar 2 disorder | bipolar type 2 | bipolar type ii | bipolar disorder type 2 | bipolar disorder type ii | bipolar disorder ii
intractable: refractory
distention: distended
rheumatic: rheumatica
ulnar: cubital
dislocation: dislocations
amputation: amputated
paralysis: paralytic | palsy
hemiparesis: hemiparetic
hemiplegia: hemiplegic
psychosis: psychotic | psychotic features | psychotic symptoms | psychotic feature
disorder: d/o
mania: manic
hypomania: hypomanic
depression: depressive | depressed
remission: remitted
withdrawal: withdrawing
intoxication: intoxicated
dependence: dependent
proteinuria: proteinuric
sarcoidosis: sarcoid
cyst: cystic
calcification: calcified | calcific | microcalcification | microcalcifications
prosthesis: prosthetic
graft: grafts
burn: burned | burnt
bite: bitten
poisoning: poisoned | overdose
abrasion: abraded | scrape
strain: strained | pulled
tumor: tumour | tumours
carpometacarpal: CMC
metacarpophalangeal: MCP
metatarsophalangeal: MTP
polypharmacy: polypharmacies
osteonecrosis: avascular necrosis | AVN | aseptic necrosis
congenital: from birth
newborn: neonatal | neonate | neonates
preterm: premature infant | prematurity
gait: walking
unsteady: unsteadiness
lump: lumps | nodule
mass: masses
lymphadenopathy: enlarged lymph node | enlarged lymph nodes | swollen lymph nodes | adenopathy
acute+chronic: acute on chronic
right+upper+lobe: RUL
right+middle+lobe: RML
right+lower+lobe: RLL
left+upper+lobe: LUL
left+lower+lobe: LLL
upper+outer+quadrant: UOQ
upper+inner+quadrant: UIQ
lower+outer+quadrant: LOQ
lower+inner+quadrant: LIQ
left+anterior+descending: LAD
urinary_retention: retention of urine | urinary retention
urinary_incontinence: urinary incontinence | incontinence of urine
gross_hematuria+hematuria: gross hematuria
clostridium_difficile: clostridium difficile | clostridioides difficile | c diff | c difficile | cdiff | c. difficile
helicobacter_pylori: helicobacter pylori | h pylori | h. pylori
neurogenic+claudication: pseudoclaudication
fifth+metacarpal+neck+fracture: boxer's fracture | boxers fracture | boxer fracture
fifth+metatarsal+fracture: jones fracture
hip+osteoarthritis: coxarthrosis | coxarthritis
knee+osteoarthritis: gonarthrosis
osteoarthritis: arthrosis | osteoarthrosis
left+lower_limb: LLE
right+lower_limb: RLE
bilateral+lower_limb: BLE
left+upper_limb: LUE
right+upper_limb: RUE
bilateral+upper_limb: BUE
index+finger: pointer finger | 2nd finger | second finger | second digit of hand
middle+finger: long finger | long fingers | 3rd finger | third finger
ring+finger: 4th finger | fourth finger
little+finger: small finger | pinky | pinky finger | pinkie | pinkie finger | pinky fingers | 5th finger | fifth finger
lesser+toe: second toe | 2nd toe | third toe | 3rd toe | fourth toe | 4th toe | fifth toe | 5th toe | little toe | small toe | pinky toe | pinkie toe | baby toe
first: 1st
second: 2nd
third: 3rd
fourth: 4th
fifth: 5th
metatarsal: MT | MTs
sacrum: sacral
coccyx: coccygeal | tailbone
olecranon: olecranon process
tophus: tophaceous | tophi
loss+consciousness: LOC
kyphosis: kyphotic
scoliosis: scoliotic
spondylosis: spondylotic
spondylolisthesis: anterolisthesis | retrolisthesis
spondylolysis: pars defect | pars defects | pars fracture | pars interarticularis defect
pressure+induced+deep+tissue+damage+sacrum: sacral DTI | DTI of sacrum | DTI sacrum | DTI to sacrum | coccyx DTI
pressure+induced+deep+tissue+damage+heel: heel DTI | DTI of heel | DTI heel
pressure+induced+deep+tissue+damage+buttock: buttock DTI | DTI of buttock | DTI buttock
pressure+induced+deep+tissue+damage: deep tissue injury | deep tissue pressure injury | DTPI | suspected deep tissue injury | deep tissue pressure damage
psoriasis+arthritis: PsA
psoriasis: PsO
second+degree: partial thickness | 2nd degree
third+degree: full thickness burn | 3rd degree
first+degree: superficial burn | 1st degree
abdomen+aorta+aneurysm: aaa
varicose+vein: varicosity | varicosities | varicose veins
thoracic+ascending+aorta+aneurysm: ascending aortic aneurysm | aneurysm of ascending aorta | aneurysm of the ascending aorta | ascending aorta aneurysm | ascending thoracic aortic aneurysm
thoracic+aorta+aneurysm: taa
mitral+insufficiency: mitral regurgitation | mitral regurg | mitral valve regurgitation | mitral valve regurg | mitral incompetence
aorta+insufficiency: aortic regurgitation | aortic regurg | aortic valve regurgitation | aortic valve regurg | aortic incompetence
tricuspid+insufficiency: tricuspid regurgitation | tricuspid regurg | tricuspid valve regurgitation | tricuspid valve regurg
pulmonary+valve+insufficiency: pulmonic regurgitation | pulmonic regurg | pulmonic valve regurgitation | pulmonic insufficiency
influenza+identified: influenza a | influenza b | flu a | flu b | influenza type a | influenza type b | flu type a | flu type b | h1n1 influenza
hepatitis_a: hepatitis a | hep a
hepatitis_b: hepatitis b | hep b | hbv
hepatitis_c: hepatitis c | hep c | hcv
herpesviral: hsv | herpes simplex | herpes simplex virus | hsv1 | hsv2 | hsv 1 | hsv 2 | herpes simplex 1 | herpes simplex 2
seasonal+allergic_rhinitis: seasonal allergies | seasonal allergy | seasonal rhinitis
herpesviral+urogenital: genital herpes | herpes genitalis | genital herpes simplex | genital hsv | genital hsv 1 | genital hsv 2
shingles+eye: herpes zoster ophthalmicus | zoster ophthalmicus | hzo | ophthalmic zoster | ophthalmic herpes zoster
cerebrovascular: small vessel ischemic | microvascular ischemic | small vessel white matter
right+heart_failure: rv failure | right ventricular failure | right sided heart failure | right-sided chf | right sided hf
generalized: generalised
localized: localised
behavioral: behavioural
paresthetica: paraesthetica
paresthesia: paraesthesia
post+injury: posttraumatic
petit_mal+epilepsy: absence epileptic | petit mal epilepsy | absence epilepsy | petit mal seizures | absence seizures | absence seizure | petit mal
intractable+epilepsy: drug-resistant epilepsy | drug resistant epilepsy | pharmacoresistant epilepsy
low_tension+glaucoma+right: ntg od
low_tension+glaucoma+left: ntg os
low_tension+glaucoma+bilateral: ntg ou
retina+detachment+right: rd od
retina+detachment+left: rd os
retina+detachment+bilateral: rd ou
dry_eye+right: des od
dry_eye+left: des os
dry_eye+bilateral: des ou
otitis_externa+right: oe ad
otitis_externa+left: oe as
otitis_externa+bilateral: oe au
breast+cancer: breast ca | ca breast | ca of breast | ca of the breast
colon+cancer: colon ca | ca colon | ca of colon | ca of the colon
sigmoid+colon+cancer: sigmoid colon ca | ca sigmoid | ca of sigmoid | ca of the sigmoid
rectum+cancer: rectal ca | ca rectum | ca of rectum | ca of the rectum
prostate+cancer: prostate ca | ca prostate | ca of prostate | ca of the prostate
lung+cancer: lung ca | ca lung | ca of lung | ca of the lung
ovary+cancer: ovarian ca | ca ovary | ca of ovary | ca of the ovary
bladder+cancer: bladder ca | ca bladder | ca of bladder | ca of the bladder
pancreas+cancer: pancreatic ca | ca pancreas | ca of pancreas | ca of the pancreas
stomach+cancer: gastric ca | ca stomach | ca of stomach | ca of the stomach
esophagus+cancer: esophageal ca | ca esophagus | ca of esophagus | ca of the esophagus
thyroid+cancer: thyroid ca | ca thyroid | ca of thyroid | ca of the thyroid
cervical+cancer: cervical ca
endometrial+cancer: endometrial ca | ca endometrium | ca of endometrium | ca of the endometrium
kidney+cancer: renal ca | ca kidney | ca of kidney | ca of the kidney
liver+cancer: liver ca | ca liver | ca of liver | ca of the liver
larynx+cancer: laryngeal ca | ca larynx | ca of larynx | ca of the larynx
uterus+cancer: uterine ca | ca uterus | ca of uterus | ca of the uterus
testis+cancer: testicular ca | ca testis | ca of testis | ca of the testis
cecum+cancer: cecal ca | ca cecum | ca of cecum | ca of the cecum
skin+cancer: skin ca | ca skin | ca of skin | ca of the skin
tongue+cancer: tongue ca | ca tongue | ca of tongue | ca of the tongue
urothelial+cancer: urothelial ca
cystitis+hematuria: hemorrhagic cystitis | haemorrhagic cystitis
threatened_preterm_labor: threatened preterm labor | threatened ptl | threatened preterm labour
fetus_1: fetus 1 | fetus a | twin a | baby a
fetus_2: fetus 2 | fetus b | twin b | baby b
fetus_3: fetus 3 | fetus c
fetus_other: other fetus
dichorionic+diamniotic: di di | dcda
monochorionic+diamniotic: mono di | mcda
monochorionic+monoamniotic: mono mono | mcma
vsd: ventricular septal defect
asd: atrial septal defect
failure+thrive: ftt | failure to thrive
intestinal+obstruction: sbo | lbo | bowel obstruction | small bowel obstruction | large bowel obstruction | intestinal obstruction
partial+intestinal+obstruction: psbo
nonhemorrhagic: non bleeding | nonbleeding | non hemorrhagic | nonhemorrhagic
radiation: irradiation | irradiated
rectosigmoiditis: proctosigmoiditis
axilla+lymph_node: axillary node | axillary nodes
inguinal+lymph_node: inguinal node | inguinal nodes
pelvis+lymph_node: pelvic node | pelvic nodes
intrathoracic+lymph_node: mediastinal node | mediastinal nodes | hilar node | hilar nodes | mediastinal lymph node | mediastinal lymph nodes | hilar lymph node | hilar lymph nodes
intra+abdomen+lymph_node: retroperitoneal node | retroperitoneal nodes | retroperitoneal lymph node | retroperitoneal lymph nodes | mesenteric lymph node | mesenteric lymph nodes | mesenteric nodes | para aortic lymph nodes | paraaortic nodes
`;
