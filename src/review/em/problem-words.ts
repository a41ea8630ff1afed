export const THREAT =
  /\b(?:(?:potentially |immediate(?:ly)? )?(?:life|limb)[- ]threat\w*|threat to life|respiratory (?:failure|distress)|sep(?:sis|tic shock)|shock\b|N?STEMI|unstable angina|acute (?:myocardial|MI|coronary|kidney injury|renal failure|stroke|liver failure|psychosis)|ACS\b|AKI\b|ATN\b|stroke|CVA\b|TIA\b|DKA\b|ketoacidosis|pulmonary embol\w+|dissection|status (?:epilepticus|asthmaticus)|anaphyla\w+|meningitis|hemodynamic\w* unstable|suicidal (?:ideation )?(?:with|plan|intent)|active SI\b|ruptured|torsion|ectopic|cardiac arrest|intracranial (?:hemorrhage|bleed)|GI bleed\w*|overdose|severe(?:ly)? (?:exacerbation|decompensat\w+|uncontrolled|worsen\w*|hyperkalemia|hyponatremia|progression|flare)|severe\b|neutropenic fever|metasta\w+|progressive (?:cancer|malignan\w+))\b/gi;
/** Threats to life or to the function of the body in the near term, by name (CPT E/M guidelines, examples of the high row). */
export const PROVEN_THREAT =
  /\b(?:(?:immediate(?:ly)? |potentially )?life[- ]threat\w*|threat to (?:life|limb)|(?:acute |hypoxic |hypercapnic )+respiratory failure|sep(?:sis|tic shock)|(?:cardiogenic|hemorrhagic|hypovolemic|anaphylactic) shock|N?STEMI|acute (?:myocardial infarction|MI|ischemic stroke|stroke|CVA)|DKA|diabetic ketoacidosis|HHS|pulmonary embol\w+|aortic dissection|status (?:epilepticus|asthmaticus)|anaphyla\w+|bacterial meningitis|acute kidney injury|AKI|acute renal failure|cardiac arrest|intracranial (?:hemorrhage|bleed)|subarachnoid hemorrhage|(?:suicidal ideation|SI) with (?:a )?(?:plan|intent)|ectopic pregnancy|testicular torsion|ovarian torsion|necroti[sz]ing|severe (?:alcohol |sedative )?withdrawal|delirium tremens|withdrawal delirium)\b/gi;
/** A threat that the note itself calls one, wherever the words of decision say so. */
export const STATED_THREAT =
  /\b(?:(?:threat to (?:life|limb|bodily function)|life[- ]threatening)|(?:suicidal ideation|SI)\b[^.;,\n]{0,12}\b(?:with|w\/) (?:an? )?(?:\w+ )?(?:plan|intent))\b/gi;
/** What makes a new problem one of uncertain prognosis (CPT E/M guidelines, "undiagnosed new problem"). */
export const UNCERTAIN_PROGNOSIS =
  /\b(?:(?:outcome|prognosis) (?:is |remains |still )?(?:uncertain|unclear|guarded|not (?:yet )?(?:certain|clear|known))|uncertain (?:prognosis|outcome)|undetermined|undiagnosed|undifferentiated|(?:etiology|cause|source) (?:is |remains |still )?(?:unclear|unknown|uncertain|undetermined|not (?:yet )?(?:known|clear|determined))|(?:unclear|unknown|uncertain) (?:etiology|cause|source|origin)|threatened (?:abortion|miscarriage)|(?:malignancy|cancer|carcinoma|lymphoma) (?:to be|not yet|must be) (?:excluded|ruled out)|(?:r\/o|rule[- ]out|concern(?:ing)? for|suspicious for|suspect(?:ed)?) (?:\w+ )?(?:malignancy|cancer|carcinoma|lymphoma|melanoma))\b/gi;
export const RECOVERING =
  /\b(?:resol\w+|improv\w+|recover\w+|stable|better|s\/p|status post|history of|at baseline|weaned|mild)\b/i;
/** An acute illness on its way out, as a later day of the stay says: a stable one (CPT E/M guidelines, "stable, acute illness"). */
export const SUBSIDING =
  /(?<!\b(?:not|no|without|slowly|barely) )\b(?:improv(?:ing|ed)|resolving|nearly resolved|at goal|recovering|subsiding)\b/i;
/** An injury past its treatment: what is left of it is care of an uncomplicated course (CPT E/M guidelines, acute uncomplicated). */
export const HEALING =
  /\b(?:routine(?:ly)? heal\w+|heal(?:ing|ed)? (?:well|as expected|normally|nicely|on schedule|uneventfully)|normal(?:ly)? heal\w+|expected healing|(?:fully |well )?healed|(?:good|appropriate|interval|bridging) callus)\b/i;
export const NOT_AT_GOAL =
  /\b(?:hyperglyc[a]?emi[ac]|hypoglyc[a]?emi[ac]|above target|above range|off target|not (?:yet )?(?:at|to) (?:treatment )?goal|not (?:well[- ]|adequately )?controlled|uncontrolled|poor(?:ly)?[- ]control\w*|inadequate\w*|(?<!\bdouble[- ])worse(?:n\w*)?|progress(?:ing|ed|ion)|exacerbat\w+|flar(?:e|ing|ed)|above (?:\w+ )?goal|not (?:yet )?at (?:\w+ )?goal|not (?:yet |fully |completely )?(?:controlled|relieved|in control|in remission|responding)|active disease|acute on chronic|declin(?:e|ing)|not improv\w+|persist(?:s|ed|ing)|persistent (?:pain|symptoms?|cough|fever|bleeding|vomiting|swelling|nausea)|still symptomatic|partial(?:ly)? respon\w+|side effects?|adverse (?:effect|reaction)|recurr\w+|decompensat\w+|suboptimal\w*|breakthrough|failed|refractory|not in remission|increas(?:ing|ed) (?:pain|symptoms|frequency)|elevated today|elevated|symptomatic|painful|out of control|rising)\b/gi;
/** Trouble that is left, which says so of a condition that nothing calls stable. */
export const TROUBLE_LEFT =
  /\b(?:(?:partly|partially|somewhat|only slightly|a little) (?:better|improved|controlled)|incomplete(?:ly)? (?:response|control\w*|reliev\w*)|still (?:has|having|active|high|elevated|above|wakes|waking|limited|painful|severe|uncontrolled|bothersome)|despite (?:\w+ ){0,4}(?:therapy|treatment|dose|adherence|compliance|use|metformin|insulin|statin))\b/gi;
export const UNDIAGNOSED =
  /\b(?:etiology (?:to be|un\w+|not|is not)|source (?:not|un\w+)|unclear (?:etiology|cause|source)|cause (?:unclear|unknown|not)|undiagnosed|new problem|new[- ]onset|new (?:breast |lung |thyroid |neck )?(?:mass|lump|nodule|murmur)|r\/o|rule out|concern(?:ing)? for|suspicious|differential|ddx|work[- ]?up|versus|vs\.?(?= )|unspecified|uncertain|too early to tell)\b/gi;
export const SYSTEMIC =
  /\b(?:pyelonephritis|pneumonia|colitis|systemic|febrile|fever|influenza|bacteremia|moderate croup|dehydrat\w+|pneumonitis|diverticulitis|cholecystitis|pancreatitis|appendicitis|cellulitis|covid|mono(?:nucleosis)?)\b/gi;
export const COMPLICATED_INJURY =
  /\b(?:fracture|fx|dislocation|concussion|head injury with|tendon (?:injury|laceration)|multiple (?:injuries|trauma))\b/gi;
export const CHRONIC =
  /\b(?:diabet\w+|DM2?|T[12]DM|hypertens\w+|HTN|hyperlipid\w+|HLD|hypercholest\w+|dyslipid\w+|COPD|asthma|CKD|chronic|CAD|coronary|heart failure|HFrEF|HFpEF|CHF|atrial fib\w*|AF|afib|hypothyroid\w*|hyperthyroid\w*|depress\w+|anxiety|GAD|MDD|bipolar|schizo\w+|ADHD|osteoarthritis|OA|arthritis|osteoporosis|GERD|reflux|obes\w+|migraine|epilepsy|seizure disorder|parkinson\w*|alzheimer\w*|dementia|multiple sclerosis|psoriasis|eczema|rosacea|acne|glaucoma|dry eye|sleep apnea|OSA|gout|BPH|anemia|cirrhosis|hepatitis|IBS|crohn\w*|ulcerative|lupus|fibromyalgia|neuropathy|cancer|insomnia|PTSD|allergic rhinitis|hyperparathyroid\w*|incontinence|overactive bladder|endometriosis|PCOS|HIV|vitamin D deficiency|pressure ulcer|(?:nicotine|tobacco|alcohol|opioid|cannabis|cocaine|substance) (?:dependence|use disorder|addiction)|smoker|OUD|AUD|venous insufficiency|varicos\w+|PAD|peripheral (?:arterial|artery) disease|prediabetes|restless legs?|spinal stenosis|tinnitus|vertigo|angina|cardiomyopathy|celiac|pancolitis|tremor|hypogonadism|menopaus\w+|lymphedema|spondylo\w+|degenerative|radiculopathy|MGUS|leuk[ae]mia|lymphoma|myeloma|carcinoma|sarcoidosis|thrombophilia|factor V leiden|protein [CS] deficiency|antiphospholipid\w*|polyneuropathy|hyperuric\w+|NAFLD|MASLD|fatty liver)\b/gi;
export const MINOR =
  /\b(?:cerumen|wax|insect bite|cold sore|diaper rash|skin tags?|URI|viral upper|common cold|(?<!\bcorneal )abrasion|conjunctivitis|contact dermatitis|mosquito|sunburn|hangnail|tinea|dandruff|seborrhea capitis|cradle cap|dry skin|xerosis(?: cutis)?|chapped (?:lips?|hands?)|bug bites?|insect bites|canker sores?|heat rash|prickly heat|miliaria|hiccups|ingrown hairs?|razor bumps?)\b/gi;

export const STABLE =
  /\b(?:(?<!\b(?:not|un) ?)stable|(?<!\bnot (?:yet )?)at (?:treatment |\w+ )?goal|(?:well|under good|good|adequately)[- ]?control(?:led)?|(?<!\b(?:not|poorly|inadequately|incompletely|partly|partially)(?: yet| fully| well)? )controlled|well treated|in remission|unchanged|quiet|asymptomatic|doing well|resolved|no change)\b/i;
export const INTENSIFIED =
  /\b(?:start\w*|increas\w+|add(?:ed)?|switch\w*|(?<!\bno )chang\w+|titrat\w+|stop(?:ped)?|raise\w*|refer\w*|new)\b/i;
export const UNCOMPLICATED =
  /\b(?:uncomplicated|pharyngitis|sore throat|tonsillitis|URI|upper respiratory|cold|bronchitis|sinusitis|otitis|swimmer'?s ear|conjunctivitis|cystitis|UTI|sprain|strain|contusion|bruise|rash|dermatitis|tinea|impetigo|allergic reaction|hives|urticaria|gastroenteritis|viral|insect bite|laceration|abrasion|stye|vaginitis|yeast|mild)\b/i;

/** What stands before a drug that is raised or added to others; not one that may be. */
export const DRUG_RAISED =
  /(?<!\b(?:if|when|could|may|might|would|consider|considered|declines? to|will|can|not|discussed) (?:\w+ ){0,3})\b(?:add(?:ed|ing)?|increas\w+|rais(?:e|ed|ing)|switch\w* to|uptitrat\w+|titrat\w+ up|step(?:ped)? up)\s(?!.*\b(?:if|when|unless|consider)\b)(?:[\w.,/%-]+\s+){0,4}$/i;
/** What stands before a drug that is begun: for a condition not treated before it says nothing of a goal. */
export const DRUG_STARTED =
  /(?<!\b(?:if|when|could|may|might|would|consider|considered|declines? to|will|can|not|discussed) (?:\w+ ){0,3})\b(?:start(?:ed|ing)?|begin|began|initiat\w+)\s(?!.*\b(?:if|when|unless|consider)\b)(?:[\w.,/%-]+\s+){0,4}$/i;
/** The story of a condition that treatment has not brought where it should be. */
export const STORY_OF_FAILURE =
  /\b(?:(?:above|not (?:yet )?at|off|short of|below) (?:\w+ )?(?:goal|target)|wors(?:e|ening)|flar(?:e|ing|ed)|uncontrolled|(?:poorly|not(?: well| adequately)?) controlled|inadequate\w*|failed|partial(?:ly)? respon\w+|despite|in spite of|breakthrough|no better|not (?:improv\w+|helping|working|enough)|only helps|refractory)\b/gi;
