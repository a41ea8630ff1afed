/** Diseases of the respiratory system, infections, COVID-19. See parse-catalogue.ts for the format. */
export const RESPIRATORY = `
A04 Other bacterial intestinal infections
A04.7 Enterocolitis due to Clostridium difficile
A04.71 Enterocolitis due to Clostridium difficile, recurrent
A04.72 Enterocolitis due to Clostridium difficile, not specified as recurrent
A08 Viral and other specified intestinal infections
A08.4 Viral intestinal infection, unspecified
= Viral gastroenteritis NOS
A09 Infectious gastroenteritis and colitis, unspecified
A41 Other sepsis
A41.0 Sepsis due to Staphylococcus aureus
A41.01 Sepsis due to Methicillin susceptible Staphylococcus aureus
A41.02 Sepsis due to Methicillin resistant Staphylococcus aureus
A41.5 Sepsis due to other Gram-negative organisms
A41.51 Sepsis due to Escherichia coli [E. coli]
A41.9 Sepsis, unspecified organism
= Septicemia NOS
B02 Zoster [herpes zoster]
= shingles
B02.2 Zoster with other nervous system involvement
B02.29 Other postherpetic nervous system involvement
B02.9 Zoster without complications
B18 Chronic viral hepatitis
B18.1 Chronic viral hepatitis B without delta-agent
B18.2 Chronic viral hepatitis C
B20 Human immunodeficiency virus [HIV] disease
x1 asymptomatic human immunodeficiency virus [HIV] infection status (Z21)
B34 Viral infection of unspecified site
B34.9 Viral infection, unspecified
B35 Dermatophytosis
B35.1 Tinea unguium
= Onychomycosis
B35.3 Tinea pedis
B37 Candidiasis
B37.0 Candidal stomatitis
= Oral thrush
B96 Other bacterial agents as the cause of diseases classified elsewhere
B96.2 Escherichia coli [E. coli] as the cause of diseases classified elsewhere
B96.20 Unspecified Escherichia coli [E. coli] as the cause of diseases classified elsewhere
J00 Acute nasopharyngitis [common cold]
J01 Acute sinusitis
x1 sinusitis NOS (J32.9)
J01.0 Acute maxillary sinusitis
J01.00 Acute maxillary sinusitis, unspecified
J01.01 Acute recurrent maxillary sinusitis
J01.1 Acute frontal sinusitis
J01.10 Acute frontal sinusitis, unspecified
J01.4 Acute pansinusitis
J01.40 Acute pansinusitis, unspecified
J01.9 Acute sinusitis, unspecified
J01.90 Acute sinusitis, unspecified
J01.91 Acute recurrent sinusitis, unspecified
J02 Acute pharyngitis
x1 peritonsillar abscess (J36)
J02.0 Streptococcal pharyngitis
J02.8 Acute pharyngitis due to other specified organisms
J02.9 Acute pharyngitis, unspecified
J03 Acute tonsillitis
x1 acute sore throat (J02.-)
J03.0 Streptococcal tonsillitis
J03.00 Acute streptococcal tonsillitis, unspecified
J03.9 Acute tonsillitis, unspecified
J03.90 Acute tonsillitis, unspecified
J05 Acute obstructive laryngitis [croup] and epiglottitis
J05.0 Acute obstructive laryngitis [croup]
J06 Acute upper respiratory infections of multiple and unspecified sites
J06.9 Acute upper respiratory infection, unspecified
J10 Influenza due to other identified influenza virus
J10.0 Influenza due to other identified influenza virus with pneumonia
J10.00 Influenza due to other identified influenza virus with unspecified type of pneumonia
J10.1 Influenza due to other identified influenza virus with other respiratory manifestations
J11 Influenza due to unidentified influenza virus
J11.1 Influenza due to unidentified influenza virus with other respiratory manifestations
J12 Viral pneumonia, not elsewhere classified
J12.8 Other viral pneumonia
J12.82 Pneumonia due to coronavirus disease 2019
first COVID-19 (U07.1)
J12.9 Viral pneumonia, unspecified
J15 Bacterial pneumonia, not elsewhere classified
J15.9 Unspecified bacterial pneumonia
J18 Pneumonia, unspecified organism
J18.0 Bronchopneumonia, unspecified organism
J18.1 Lobar pneumonia, unspecified organism
J18.9 Pneumonia, unspecified organism
J20 Acute bronchitis
x1 bronchitis NOS (J40)
J20.8 Acute bronchitis due to other specified organisms
J20.9 Acute bronchitis, unspecified
J21 Acute bronchiolitis
J21.0 Acute bronchiolitis due to respiratory syncytial virus
J21.9 Acute bronchiolitis, unspecified
J30 Vasomotor and allergic rhinitis
x1 rhinitis NOS (J31.0)
J30.1 Allergic rhinitis due to pollen
J30.2 Other seasonal allergic rhinitis
J30.9 Allergic rhinitis, unspecified
J31 Chronic rhinitis, nasopharyngitis and pharyngitis
J31.0 Chronic rhinitis
J32 Chronic sinusitis
J32.0 Chronic maxillary sinusitis
J32.9 Chronic sinusitis, unspecified
J34 Other and unspecified disorders of nose and nasal sinuses
J34.2 Deviated nasal septum
J40 Bronchitis, not specified as acute or chronic
J41 Simple and mucopurulent chronic bronchitis
J41.0 Simple chronic bronchitis
J42 Unspecified chronic bronchitis
J43 Emphysema
x1 emphysema with chronic (obstructive) bronchitis (J44.-)
J43.9 Emphysema, unspecified
J44 Other chronic obstructive pulmonary disease
= chronic bronchitis with emphysema; chronic obstructive asthma
x1 bronchiectasis (J47.-); chronic bronchitis NOS (J42); chronic simple and mucopurulent bronchitis (J41.-); emphysema without chronic bronchitis (J43.-)
also type of asthma, if applicable (J45.-)
J44.0 Chronic obstructive pulmonary disease with (acute) lower respiratory infection
also to identify the infection
J44.1 Chronic obstructive pulmonary disease with (acute) exacerbation
= Decompensated COPD
J44.8>2024 Other specified chronic obstructive pulmonary disease
J44.81>2024 Bronchiolitis obliterans and bronchiolitis obliterans syndrome
J44.89>2024 Other specified chronic obstructive pulmonary disease
= Chronic asthmatic (obstructive) bronchitis
J44.9 Chronic obstructive pulmonary disease, unspecified
= Chronic obstructive airway disease NOS; Chronic obstructive lung disease NOS
J45 Asthma
J45.2 Mild intermittent asthma
J45.20 Mild intermittent asthma, uncomplicated
J45.21 Mild intermittent asthma with (acute) exacerbation
J45.22 Mild intermittent asthma with status asthmaticus
J45.3 Mild persistent asthma
J45.30 Mild persistent asthma, uncomplicated
J45.31 Mild persistent asthma with (acute) exacerbation
J45.32 Mild persistent asthma with status asthmaticus
J45.4 Moderate persistent asthma
J45.40 Moderate persistent asthma, uncomplicated
J45.41 Moderate persistent asthma with (acute) exacerbation
J45.42 Moderate persistent asthma with status asthmaticus
J45.5 Severe persistent asthma
J45.50 Severe persistent asthma, uncomplicated
J45.51 Severe persistent asthma with (acute) exacerbation
J45.52 Severe persistent asthma with status asthmaticus
J45.9 Other and unspecified asthma
J45.90 Unspecified asthma
J45.901 Unspecified asthma with (acute) exacerbation
J45.902 Unspecified asthma with status asthmaticus
J45.909 Unspecified asthma, uncomplicated
= Asthma NOS
J45.99 Other asthma
J45.990 Exercise induced bronchospasm
J45.991 Cough variant asthma
J45.998 Other asthma
J47 Bronchiectasis
J47.9 Bronchiectasis, uncomplicated
J69 Pneumonitis due to solids and liquids
J69.0 Pneumonitis due to inhalation of food and vomit
= Aspiration pneumonia NOS
J84 Other interstitial pulmonary diseases
J84.1 Other interstitial pulmonary diseases with fibrosis
J84.10 Pulmonary fibrosis, unspecified
J84.9 Interstitial pulmonary disease, unspecified
J90 Pleural effusion, not elsewhere classified
J96 Respiratory failure, not elsewhere classified
J96.0 Acute respiratory failure
J96.00 Acute respiratory failure, unspecified whether with hypoxia or hypercapnia
J96.01 Acute respiratory failure with hypoxia
J96.02 Acute respiratory failure with hypercapnia
J96.1 Chronic respiratory failure
J96.10 Chronic respiratory failure, unspecified whether with hypoxia or hypercapnia
J96.11 Chronic respiratory failure with hypoxia
J96.12 Chronic respiratory failure with hypercapnia
J96.2 Acute and chronic respiratory failure
J96.20 Acute and chronic respiratory failure, unspecified whether with hypoxia or hypercapnia
J96.21 Acute and chronic respiratory failure with hypoxia
J96.22 Acute and chronic respiratory failure with hypercapnia
J96.9 Respiratory failure, unspecified
J96.90 Respiratory failure, unspecified, unspecified whether with hypoxia or hypercapnia
U07 Emergency use of U07
U07.1 COVID-19
`;
