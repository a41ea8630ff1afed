/** Mental disorders and diseases of the nervous system. See parse-catalogue.ts for the format. */
export const NERVOUS_AND_MENTAL = `
F01 Vascular dementia
F01.5 Vascular dementia
F01.50 Vascular dementia without behavioral disturbance
F01.51 Vascular dementia with behavioral disturbance
F01.511>2023 Vascular dementia, unspecified severity, with agitation
F01.518>2023 Vascular dementia, unspecified severity, with other behavioral disturbance
F02 Dementia in other diseases classified elsewhere
first the underlying physiological condition, such as: Alzheimer's (G30.-); dementia with Lewy bodies (G31.83); frontotemporal dementia (G31.09); Huntington's disease (G10); multiple sclerosis (G35); Parkinson's disease (G20); traumatic brain injury (S06.-)
F02.8 Dementia in other diseases classified elsewhere
F02.80 Dementia in other diseases classified elsewhere without behavioral disturbance
F02.81 Dementia in other diseases classified elsewhere with behavioral disturbance
F02.811>2023 Dementia in other diseases classified elsewhere, unspecified severity, with agitation
F02.818>2023 Dementia in other diseases classified elsewhere, unspecified severity, with other behavioral disturbance
F03 Unspecified dementia
x1 senility NOS (R41.81)
F03.9 Unspecified dementia
F03.90 Unspecified dementia without behavioral disturbance
= Dementia NOS
F03.91 Unspecified dementia with behavioral disturbance
F03.911>2023 Unspecified dementia, unspecified severity, with agitation
F03.918>2023 Unspecified dementia, unspecified severity, with other behavioral disturbance
F03.A>2023 Unspecified dementia, mild
F03.A0>2023 Unspecified dementia, mild, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety
F03.B>2023 Unspecified dementia, moderate
F03.B0>2023 Unspecified dementia, moderate, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety
F03.C>2023 Unspecified dementia, severe
F03.C0>2023 Unspecified dementia, severe, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety
F05 Delirium due to known physiological condition
F10 Alcohol related disorders
F10.1 Alcohol abuse
x1 alcohol dependence (F10.2-); alcohol use, unspecified (F10.9-)
F10.10 Alcohol abuse, uncomplicated
F10.12 Alcohol abuse with intoxication
F10.129 Alcohol abuse with intoxication, unspecified
F10.2 Alcohol dependence
x1 alcohol abuse (F10.1-); alcohol use, unspecified (F10.9-)
F10.20 Alcohol dependence, uncomplicated
F10.21 Alcohol dependence, in remission
F10.23 Alcohol dependence with withdrawal
F10.230 Alcohol dependence with withdrawal, uncomplicated
F10.239 Alcohol dependence with withdrawal, unspecified
F11 Opioid related disorders
F11.1 Opioid abuse
x1 opioid dependence (F11.2-); opioid use, unspecified (F11.9-)
F11.10 Opioid abuse, uncomplicated
F11.2 Opioid dependence
x1 opioid abuse (F11.1-); opioid use, unspecified (F11.9-)
F11.20 Opioid dependence, uncomplicated
F11.21 Opioid dependence, in remission
F12 Cannabis related disorders
F12.1 Cannabis abuse
F12.10 Cannabis abuse, uncomplicated
F12.2 Cannabis dependence
F12.20 Cannabis dependence, uncomplicated
F17 Nicotine dependence
x1 history of tobacco dependence (Z87.891); tobacco use NOS (Z72.0)
F17.2 Nicotine dependence
F17.20 Nicotine dependence, unspecified
F17.200 Nicotine dependence, unspecified, uncomplicated
F17.201 Nicotine dependence, unspecified, in remission
F17.21 Nicotine dependence, cigarettes
F17.210 Nicotine dependence, cigarettes, uncomplicated
F17.211 Nicotine dependence, cigarettes, in remission
F17.22 Nicotine dependence, chewing tobacco
F17.220 Nicotine dependence, chewing tobacco, uncomplicated
F17.29 Nicotine dependence, other tobacco product
F17.290 Nicotine dependence, other tobacco product, uncomplicated
F20 Schizophrenia
F20.0 Paranoid schizophrenia
F20.9 Schizophrenia, unspecified
F25 Schizoaffective disorders
F25.9 Schizoaffective disorder, unspecified
F31 Bipolar disorder
x1 major depressive disorder, single episode (F32.-); major depressive disorder, recurrent (F33.-)
F31.3 Bipolar disorder, current episode depressed, mild or moderate severity
F31.30 Bipolar disorder, current episode depressed, mild or moderate severity, unspecified
F31.31 Bipolar disorder, current episode depressed, mild
F31.32 Bipolar disorder, current episode depressed, moderate
F31.8 Other bipolar disorders
F31.81 Bipolar II disorder
F31.9 Bipolar disorder, unspecified
F32 Major depressive disorder, single episode
x1 bipolar disorder (F31.-); manic episode (F30.-); recurrent depressive disorder (F33.-)
F32.0 Major depressive disorder, single episode, mild
F32.1 Major depressive disorder, single episode, moderate
F32.2 Major depressive disorder, single episode, severe without psychotic features
F32.3 Major depressive disorder, single episode, severe with psychotic features
F32.4 Major depressive disorder, single episode, in partial remission
F32.5 Major depressive disorder, single episode, in full remission
F32.8 Other depressive episodes
F32.81 Premenstrual dysphoric disorder
F32.89 Other specified depressive episodes
F32.9 Major depressive disorder, single episode, unspecified
= Major depression NOS
F32.A>2022 Depression, unspecified
= Depression NOS; Depressive disorder NOS
F33 Major depressive disorder, recurrent
x1 bipolar disorder (F31.-); manic episode (F30.-)
F33.0 Major depressive disorder, recurrent, mild
F33.1 Major depressive disorder, recurrent, moderate
F33.2 Major depressive disorder, recurrent severe without psychotic features
F33.3 Major depressive disorder, recurrent, severe with psychotic symptoms
F33.4 Major depressive disorder, recurrent, in remission
F33.40 Major depressive disorder, recurrent, in remission, unspecified
F33.41 Major depressive disorder, recurrent, in partial remission
F33.42 Major depressive disorder, recurrent, in full remission
F33.8 Other recurrent depressive disorders
F33.9 Major depressive disorder, recurrent, unspecified
F34 Persistent mood [affective] disorders
F34.1 Dysthymic disorder
= Persistent depressive disorder
F40 Phobic anxiety disorders
F40.1 Social phobias
F40.10 Social phobia, unspecified
F41 Other anxiety disorders
F41.0 Panic disorder [episodic paroxysmal anxiety]
F41.1 Generalized anxiety disorder
F41.3 Other mixed anxiety disorders
F41.8 Other specified anxiety disorders
= Anxiety depression (mild or not persistent)
F41.9 Anxiety disorder, unspecified
= Anxiety NOS
F42 Obsessive-compulsive disorder
F42.9 Obsessive-compulsive disorder, unspecified
F43 Reaction to severe stress, and adjustment disorders
F43.1 Post-traumatic stress disorder (PTSD)
F43.10 Post-traumatic stress disorder, unspecified
F43.11 Post-traumatic stress disorder, acute
F43.12 Post-traumatic stress disorder, chronic
F43.2 Adjustment disorders
F43.20 Adjustment disorder, unspecified
F43.21 Adjustment disorder with depressed mood
F43.22 Adjustment disorder with anxiety
F43.23 Adjustment disorder with mixed anxiety and depressed mood
F84 Pervasive developmental disorders
F84.0 Autistic disorder
= Autism spectrum disorder
F90 Attention-deficit hyperactivity disorders
F90.0 Attention-deficit hyperactivity disorder, predominantly inattentive type
F90.1 Attention-deficit hyperactivity disorder, predominantly hyperactive type
F90.2 Attention-deficit hyperactivity disorder, combined type
F90.9 Attention-deficit hyperactivity disorder, unspecified type
G20 Parkinson's disease
= Paralysis agitans; Primary Parkinsonism
G20.A>2024 Parkinson's disease without dyskinesia
G20.A1>2024 Parkinson's disease without dyskinesia, without mention of fluctuations
G20.A2>2024 Parkinson's disease without dyskinesia, with fluctuations
G20.B>2024 Parkinson's disease with dyskinesia
G20.B1>2024 Parkinson's disease with dyskinesia, without mention of fluctuations
G20.B2>2024 Parkinson's disease with dyskinesia, with fluctuations
G20.C>2024 Parkinsonism, unspecified
G25 Other extrapyramidal and movement disorders
G25.0 Essential tremor
G25.8 Other specified extrapyramidal and movement disorders
G25.81 Restless legs syndrome
G30 Alzheimer's disease
add code to identify: dementia with behavioral disturbance (F02.81); dementia without behavioral disturbance (F02.80)
G30.0 Alzheimer's disease with early onset
G30.1 Alzheimer's disease with late onset
G30.8 Other Alzheimer's disease
G30.9 Alzheimer's disease, unspecified
G31 Other degenerative diseases of nervous system, not elsewhere classified
G31.8 Other specified degenerative diseases of nervous system
G31.83 Dementia with Lewy bodies
G31.84 Mild cognitive impairment, so stated
G35 Multiple sclerosis
G35.A>2026 Relapsing-remitting multiple sclerosis
G35.B>2026 Primary progressive multiple sclerosis
G35.B0>2026 Primary progressive multiple sclerosis, unspecified
G35.B1>2026 Active primary progressive multiple sclerosis
G35.B2>2026 Non-active primary progressive multiple sclerosis
G35.C>2026 Secondary progressive multiple sclerosis
G35.C0>2026 Secondary progressive multiple sclerosis, unspecified
G35.C1>2026 Active secondary progressive multiple sclerosis
G35.C2>2026 Non-active secondary progressive multiple sclerosis
G35.D>2026 Multiple sclerosis, unspecified
G40 Epilepsy and recurrent seizures
G40.9 Epilepsy, unspecified
G40.90 Epilepsy, unspecified, not intractable
G40.901 Epilepsy, unspecified, not intractable, with status epilepticus
G40.909 Epilepsy, unspecified, not intractable, without status epilepticus
= Epilepsy NOS; Seizure disorder NOS
G43 Migraine
x1 headache NOS (R51.9)
G43.0 Migraine without aura
G43.00 Migraine without aura, not intractable
G43.009 Migraine without aura, not intractable, without status migrainosus
G43.01 Migraine without aura, intractable
G43.019 Migraine without aura, intractable, without status migrainosus
G43.1 Migraine with aura
G43.10 Migraine with aura, not intractable
G43.109 Migraine with aura, not intractable, without status migrainosus
G43.7 Chronic migraine without aura
G43.70 Chronic migraine without aura, not intractable
G43.709 Chronic migraine without aura, not intractable, without status migrainosus
G43.71 Chronic migraine without aura, intractable
G43.719 Chronic migraine without aura, intractable, without status migrainosus
G43.9 Migraine, unspecified
G43.90 Migraine, unspecified, not intractable
G43.909 Migraine, unspecified, not intractable, without status migrainosus
= Migraine NOS
G44 Other headache syndromes
G44.2 Tension-type headache
G44.20 Tension-type headache, unspecified
G44.209 Tension-type headache, unspecified, not intractable
G45 Transient cerebral ischemic attacks and related syndromes
G45.9 Transient cerebral ischemic attack, unspecified
= TIA
G47 Sleep disorders
G47.0 Insomnia
G47.00 Insomnia, unspecified
G47.3 Sleep apnea
G47.30 Sleep apnea, unspecified
G47.33 Obstructive sleep apnea (adult) (pediatric)
G51 Facial nerve disorders
G51.0 Bell's palsy
G56 Mononeuropathies of upper limb
G56.0 Carpal tunnel syndrome
G56.00 Carpal tunnel syndrome, unspecified upper limb
G56.0[12] Carpal tunnel syndrome, @ upper limb
G56.03 Carpal tunnel syndrome, bilateral upper limbs
G56.2 Lesion of ulnar nerve
G56.20 Lesion of ulnar nerve, unspecified upper limb
G56.2[12] Lesion of ulnar nerve, @ upper limb
G56.23 Lesion of ulnar nerve, bilateral upper limbs
G62 Other and unspecified polyneuropathies
G62.9 Polyneuropathy, unspecified
= Neuropathy NOS
G81 Hemiplegia and hemiparesis
G81.9 Hemiplegia, unspecified
G81.90 Hemiplegia, unspecified affecting unspecified side
G81.91 Hemiplegia, unspecified affecting right dominant side
G81.92 Hemiplegia, unspecified affecting left dominant side
G81.93 Hemiplegia, unspecified affecting right nondominant side
G81.94 Hemiplegia, unspecified affecting left nondominant side
G89 Pain, not elsewhere classified
G89.1 Acute pain, not elsewhere classified
G89.18 Other acute postprocedural pain
G89.2 Chronic pain, not elsewhere classified
G89.29 Other chronic pain
G89.3 Neoplasm related pain (acute) (chronic)
G89.4 Chronic pain syndrome
G93 Other disorders of brain
G93.4 Other and unspecified encephalopathy
G93.40 Encephalopathy, unspecified
G93.41 Metabolic encephalopathy
`;
