/** Neoplasms and diseases of the blood. See parse-catalogue.ts for the format. */
export const NEOPLASMS_AND_BLOOD = `
C18 Malignant neoplasm of colon
C18.2 Malignant neoplasm of ascending colon
C18.7 Malignant neoplasm of sigmoid colon
C18.9 Malignant neoplasm of colon, unspecified
C34 Malignant neoplasm of bronchus and lung
C34.1 Malignant neoplasm of upper lobe, bronchus or lung
C34.10 Malignant neoplasm of upper lobe, unspecified bronchus or lung
C34.1[12] Malignant neoplasm of upper lobe, @ bronchus or lung
C34.3 Malignant neoplasm of lower lobe, bronchus or lung
C34.30 Malignant neoplasm of lower lobe, unspecified bronchus or lung
C34.3[12] Malignant neoplasm of lower lobe, @ bronchus or lung
C34.9 Malignant neoplasm of unspecified part of bronchus or lung
C34.90 Malignant neoplasm of unspecified part of unspecified bronchus or lung
C34.9[12] Malignant neoplasm of unspecified part of @ bronchus or lung
C44 Other and unspecified malignant neoplasm of skin
x1 malignant melanoma of skin (C43.-)
C44.9 Other and unspecified malignant neoplasm of skin, unspecified
C44.90 Unspecified malignant neoplasm of skin, unspecified
C44.91 Basal cell carcinoma of skin, unspecified
C44.92 Squamous cell carcinoma of skin, unspecified
C50 Malignant neoplasm of breast
C50.9 Malignant neoplasm of breast of unspecified site
C50.91 Malignant neoplasm of breast of unspecified site, female
C50.91[129] Malignant neoplasm of unspecified site of @ female breast
C61 Malignant neoplasm of prostate
C78 Secondary malignant neoplasm of respiratory and digestive organs
C78.0 Secondary malignant neoplasm of lung
C78.00 Secondary malignant neoplasm of unspecified lung
C78.0[12] Secondary malignant neoplasm of @ lung
C78.7 Secondary malignant neoplasm of liver and intrahepatic bile duct
C79 Secondary malignant neoplasm of other and unspecified sites
C79.5 Secondary malignant neoplasm of bone and bone marrow
C79.51 Secondary malignant neoplasm of bone
D12 Benign neoplasm of colon, rectum, anus and anal canal
D12.0 Benign neoplasm of cecum
D12.2 Benign neoplasm of ascending colon
D12.3 Benign neoplasm of transverse colon
D12.4 Benign neoplasm of descending colon
D12.5 Benign neoplasm of sigmoid colon
D12.6 Benign neoplasm of colon, unspecified
D12.8 Benign neoplasm of rectum
D17 Benign lipomatous neoplasm
D17.9 Benign lipomatous neoplasm, unspecified
D22 Melanocytic nevi
D22.9 Melanocytic nevi, unspecified
D25 Leiomyoma of uterus
= uterine fibroid
D25.9 Leiomyoma of uterus, unspecified
D50 Iron deficiency anemia
D50.0 Iron deficiency anemia secondary to blood loss (chronic)
x1 acute posthemorrhagic anemia (D62)
D50.8 Other iron deficiency anemias
D50.9 Iron deficiency anemia, unspecified
D51 Vitamin B12 deficiency anemia
x1 vitamin B12 deficiency (E53.8)
D51.0 Vitamin B12 deficiency anemia due to intrinsic factor deficiency
D51.9 Vitamin B12 deficiency anemia, unspecified
D53 Other nutritional anemias
D53.9 Nutritional anemia, unspecified
D62 Acute posthemorrhagic anemia
x1 anemia due to chronic blood loss (D50.0)
D63 Anemia in chronic diseases classified elsewhere
D63.0 Anemia in neoplastic disease
first neoplasm (C00-D49)
D63.1 Anemia in chronic kidney disease
first underlying chronic kidney disease (CKD) (N18.-)
D63.8 Anemia in other chronic diseases classified elsewhere
first underlying disease
D64 Other anemias
D64.9 Anemia, unspecified
D69 Purpura and other hemorrhagic conditions
D69.6 Thrombocytopenia, unspecified
D72 Other disorders of white blood cells
D72.8 Other specified disorders of white blood cells
D72.82 Elevated white blood cell count
D72.829 Elevated white blood cell count, unspecified
`;
