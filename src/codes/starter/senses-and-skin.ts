/** Eye, ear and skin. See parse-catalogue.ts for the format. */
export const SENSES_AND_SKIN = `
H00 Hordeolum and chalazion
H00.0 Hordeolum (externum) (internum) of eyelid
H00.01 Hordeolum externum
H00.011 Hordeolum externum right upper eyelid
H00.012 Hordeolum externum right lower eyelid
H00.014 Hordeolum externum left upper eyelid
H00.015 Hordeolum externum left lower eyelid
H00.019 Hordeolum externum unspecified eye, unspecified eyelid
H04 Disorders of lacrimal system
H04.1 Other disorders of lacrimal gland
H04.12 Dry eye syndrome
H04.12[12] Dry eye syndrome of @ lacrimal gland
H04.123 Dry eye syndrome of bilateral lacrimal glands
H04.129 Dry eye syndrome of unspecified lacrimal gland
H10 Conjunctivitis
H10.1 Acute atopic conjunctivitis
H10.10 Acute atopic conjunctivitis, unspecified eye
H10.1[12] Acute atopic conjunctivitis, @ eye
H10.13 Acute atopic conjunctivitis, bilateral
H10.3 Unspecified acute conjunctivitis
H10.30 Unspecified acute conjunctivitis, unspecified eye
H10.3[12] Unspecified acute conjunctivitis, @ eye
H10.33 Unspecified acute conjunctivitis, bilateral
H10.9 Unspecified conjunctivitis
H25 Age-related cataract
H25.1 Age-related nuclear cataract
H25.10 Age-related nuclear cataract, unspecified eye
H25.1[12] Age-related nuclear cataract, @ eye
H25.13 Age-related nuclear cataract, bilateral
H25.8 Other age-related cataract
H25.81 Combined forms of age-related cataract
H25.81[12] Combined forms of age-related cataract, @ eye
H25.813 Combined forms of age-related cataract, bilateral
H25.819 Combined forms of age-related cataract, unspecified eye
H25.9 Unspecified age-related cataract
H26 Other cataract
H26.9 Unspecified cataract
H35 Other retinal disorders
H35.3 Degeneration of macula and posterior pole
H35.30 Unspecified macular degeneration
H40 Glaucoma
H40.0 Glaucoma suspect
H40.00 Preglaucoma, unspecified
H40.00[12] Preglaucoma, unspecified, @ eye
H40.003 Preglaucoma, unspecified, bilateral
H40.009 Preglaucoma, unspecified, unspecified eye
H40.1 Open-angle glaucoma
H40.11 Primary open-angle glaucoma
7 glaucoma
H40.11[12] Primary open-angle glaucoma, @ eye
H40.113 Primary open-angle glaucoma, bilateral
H40.119 Primary open-angle glaucoma, unspecified eye
H40.12 Low-tension glaucoma
7 glaucoma
H40.12[12] Low-tension glaucoma, @ eye
H40.123 Low-tension glaucoma, bilateral
H40.129 Low-tension glaucoma, unspecified eye
H40.9 Unspecified glaucoma
H52 Disorders of refraction and accommodation
H52.1 Myopia
H52.10 Myopia, unspecified eye
H52.1[12] Myopia, @ eye
H52.13 Myopia, bilateral
H52.4 Presbyopia
H60 Otitis externa
H60.3 Other infective otitis externa
H60.33 Swimmer's ear
H60.33[12] Swimmer's ear, @ ear
H60.333 Swimmer's ear, bilateral
H60.339 Swimmer's ear, unspecified ear
H60.9 Unspecified otitis externa
H60.90 Unspecified otitis externa, unspecified ear
H60.9[12] Unspecified otitis externa, @ ear
H60.93 Unspecified otitis externa, bilateral
H61 Other disorders of external ear
H61.2 Impacted cerumen
= Wax in ear
H61.20 Impacted cerumen, unspecified ear
H61.2[12] Impacted cerumen, @ ear
H61.23 Impacted cerumen, bilateral
H65 Nonsuppurative otitis media
H65.0 Acute serous otitis media
H65.00 Acute serous otitis media, unspecified ear
H65.0[12] Acute serous otitis media, @ ear
H65.03 Acute serous otitis media, bilateral
H65.3 Chronic mucoid otitis media
H65.30 Chronic mucoid otitis media, unspecified ear
H65.3[12] Chronic mucoid otitis media, @ ear
H65.33 Chronic mucoid otitis media, bilateral
H65.9 Unspecified nonsuppurative otitis media
H65.90 Unspecified nonsuppurative otitis media, unspecified ear
H65.9[12] Unspecified nonsuppurative otitis media, @ ear
H65.93 Unspecified nonsuppurative otitis media, bilateral
H66 Suppurative and unspecified otitis media
H66.0 Acute suppurative otitis media
H66.00 Acute suppurative otitis media without spontaneous rupture of ear drum
H66.00[12] Acute suppurative otitis media without spontaneous rupture of ear drum, @ ear
H66.003 Acute suppurative otitis media without spontaneous rupture of ear drum, bilateral
H66.009 Acute suppurative otitis media without spontaneous rupture of ear drum, unspecified ear
H66.9 Otitis media, unspecified
= Acute otitis media NOS; Otitis media NOS
H66.90 Otitis media, unspecified, unspecified ear
H66.9[12] Otitis media, unspecified, @ ear
H66.93 Otitis media, unspecified, bilateral
H81 Disorders of vestibular function
H81.1 Benign paroxysmal vertigo
H81.10 Benign paroxysmal vertigo, unspecified ear
H81.1[12] Benign paroxysmal vertigo, @ ear
H81.13 Benign paroxysmal vertigo, bilateral
H90 Conductive and sensorineural hearing loss
H90.3 Sensorineural hearing loss, bilateral
H91 Other and unspecified hearing loss
H91.9 Unspecified hearing loss
H91.90 Unspecified hearing loss, unspecified ear
H91.9[12] Unspecified hearing loss, @ ear
H91.93 Unspecified hearing loss, bilateral
H92 Otalgia and effusion of ear
H92.0 Otalgia
H92.0[12] Otalgia, @ ear
H92.03 Otalgia, bilateral
H92.09 Otalgia, unspecified ear
H93 Other disorders of ear, not elsewhere classified
H93.1 Tinnitus
H93.1[12] Tinnitus, @ ear
H93.13 Tinnitus, bilateral
H93.19 Tinnitus, unspecified ear
L02 Cutaneous abscess, furuncle and carbuncle
L02.9 Cutaneous abscess, furuncle and carbuncle, unspecified
L02.91 Cutaneous abscess, unspecified
L03 Cellulitis and acute lymphangitis
L03.1 Cellulitis and acute lymphangitis of other parts of limb
L03.11 Cellulitis of other parts of limb
L03.113 Cellulitis of right upper limb
L03.114 Cellulitis of left upper limb
L03.115 Cellulitis of right lower limb
L03.116 Cellulitis of left lower limb
L03.119 Cellulitis of unspecified part of limb
L03.9 Cellulitis and acute lymphangitis, unspecified
L03.90 Cellulitis, unspecified
L20 Atopic dermatitis
L20.9 Atopic dermatitis, unspecified
L23 Allergic contact dermatitis
L23.7 Allergic contact dermatitis due to plants, except food
L23.9 Allergic contact dermatitis, unspecified cause
L30 Other and unspecified dermatitis
L30.9 Dermatitis, unspecified
= Eczema NOS
L40 Psoriasis
L40.0 Psoriasis vulgaris
= Plaque psoriasis
L40.5 Arthropathic psoriasis
L40.50 Arthropathic psoriasis, unspecified
L40.9 Psoriasis, unspecified
L50 Urticaria
L50.9 Urticaria, unspecified
L57 Skin changes due to chronic exposure to nonionizing radiation
L57.0 Actinic keratosis
L60 Nail disorders
L60.0 Ingrowing nail
L70 Acne
L70.0 Acne vulgaris
L70.9 Acne, unspecified
L71 Rosacea
L71.8 Other rosacea
L71.9 Rosacea, unspecified
L72 Follicular cysts of skin and subcutaneous tissue
L72.0 Epidermal cyst
L82 Seborrheic keratosis
L82.0 Inflamed seborrheic keratosis
L82.1 Other seborrheic keratosis
L89 Pressure ulcer
L89.1 Pressure ulcer of back
L89.15 Pressure ulcer of sacral region
L89.150 Pressure ulcer of sacral region, unstageable
L89.151 Pressure ulcer of sacral region, stage 1
L89.152 Pressure ulcer of sacral region, stage 2
L89.153 Pressure ulcer of sacral region, stage 3
L89.154 Pressure ulcer of sacral region, stage 4
L89.159 Pressure ulcer of sacral region, unspecified stage
L97 Non-pressure chronic ulcer of lower limb, not elsewhere classified
first any associated underlying condition, such as: atherosclerosis of the lower extremities (I70.23-, I70.24-); chronic venous hypertension (I87.31-, I87.33-); diabetic ulcers (E08.621, E08.622, E09.621, E09.622, E10.621, E10.622, E11.621, E11.622, E13.621, E13.622); varicose ulcer (I83.0-, I83.2-)
L97.5 Non-pressure chronic ulcer of other part of foot
L97.50 Non-pressure chronic ulcer of other part of unspecified foot
L97.509 Non-pressure chronic ulcer of other part of unspecified foot with unspecified severity
L97.51 Non-pressure chronic ulcer of other part of right foot
L97.511 Non-pressure chronic ulcer of other part of right foot limited to breakdown of skin
L97.512 Non-pressure chronic ulcer of other part of right foot with fat layer exposed
L97.519 Non-pressure chronic ulcer of other part of right foot with unspecified severity
L97.52 Non-pressure chronic ulcer of other part of left foot
L97.521 Non-pressure chronic ulcer of other part of left foot limited to breakdown of skin
L97.522 Non-pressure chronic ulcer of other part of left foot with fat layer exposed
L97.529 Non-pressure chronic ulcer of other part of left foot with unspecified severity
`;
