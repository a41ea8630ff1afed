/** Endocrine, nutritional and metabolic diseases. See parse-catalogue.ts for the format. */
export const ENDOCRINE = `
E03 Other hypothyroidism
x1 iodine-deficiency related hypothyroidism (E00-E02); postprocedural hypothyroidism (E89.0)
E03.2 Hypothyroidism due to medicaments and other exogenous substances
E03.8 Other specified hypothyroidism
E03.9 Hypothyroidism, unspecified
= Myxedema NOS
E04 Other nontoxic goiter
E04.0 Nontoxic diffuse goiter
E04.1 Nontoxic single thyroid nodule
= Thyroid nodule (cystic) NOS
E04.2 Nontoxic multinodular goiter
E04.9 Nontoxic goiter, unspecified
E05 Thyrotoxicosis [hyperthyroidism]
E05.0 Thyrotoxicosis with diffuse goiter
= Graves' disease
E05.00 Thyrotoxicosis with diffuse goiter without thyrotoxic crisis or storm
E05.01 Thyrotoxicosis with diffuse goiter with thyrotoxic crisis or storm
E05.9 Thyrotoxicosis, unspecified
= Hyperthyroidism NOS
E05.90 Thyrotoxicosis, unspecified without thyrotoxic crisis or storm
E05.91 Thyrotoxicosis, unspecified with thyrotoxic crisis or storm
E06 Thyroiditis
E06.3 Autoimmune thyroiditis
= Hashimoto's thyroiditis
E06.9 Thyroiditis, unspecified
E10 Type 1 diabetes mellitus
= juvenile onset diabetes
x1 diabetes mellitus due to underlying condition (E08.-); drug or chemical induced diabetes mellitus (E09.-); gestational diabetes (O24.4-); type 2 diabetes mellitus (E11.-)
E10.1 Type 1 diabetes mellitus with ketoacidosis
E10.10 Type 1 diabetes mellitus with ketoacidosis without coma
E10.11 Type 1 diabetes mellitus with ketoacidosis with coma
E10.2 Type 1 diabetes mellitus with kidney complications
E10.21 Type 1 diabetes mellitus with diabetic nephropathy
E10.22 Type 1 diabetes mellitus with diabetic chronic kidney disease
add code to identify stage of chronic kidney disease (N18.1-N18.6)
E10.29 Type 1 diabetes mellitus with other diabetic kidney complication
E10.4 Type 1 diabetes mellitus with neurological complications
E10.40 Type 1 diabetes mellitus with diabetic neuropathy, unspecified
E10.42 Type 1 diabetes mellitus with diabetic polyneuropathy
E10.43 Type 1 diabetes mellitus with diabetic autonomic (poly)neuropathy
E10.5 Type 1 diabetes mellitus with circulatory complications
E10.51 Type 1 diabetes mellitus with diabetic peripheral angiopathy without gangrene
E10.6 Type 1 diabetes mellitus with other specified complications
E10.62 Type 1 diabetes mellitus with skin complications
E10.621 Type 1 diabetes mellitus with foot ulcer
E10.64 Type 1 diabetes mellitus with hypoglycemia
E10.641 Type 1 diabetes mellitus with hypoglycemia with coma
E10.649 Type 1 diabetes mellitus with hypoglycemia without coma
E10.65 Type 1 diabetes mellitus with hyperglycemia
E10.69 Type 1 diabetes mellitus with other specified complication
E10.8 Type 1 diabetes mellitus with unspecified complications
E10.9 Type 1 diabetes mellitus without complications
E11 Type 2 diabetes mellitus
= diabetes NOS; insulin resistant diabetes (mellitus)
x1 diabetes mellitus due to underlying condition (E08.-); drug or chemical induced diabetes mellitus (E09.-); gestational diabetes (O24.4-); type 1 diabetes mellitus (E10.-)
add code to identify control using: insulin (Z79.4); oral antidiabetic drugs (Z79.84); oral hypoglycemic drugs (Z79.84)
E11.0 Type 2 diabetes mellitus with hyperosmolarity
E11.00 Type 2 diabetes mellitus with hyperosmolarity without nonketotic hyperglycemic-hyperosmolar coma (NKHHC)
E11.01 Type 2 diabetes mellitus with hyperosmolarity with coma
E11.1 Type 2 diabetes mellitus with ketoacidosis
E11.10 Type 2 diabetes mellitus with ketoacidosis without coma
E11.11 Type 2 diabetes mellitus with ketoacidosis with coma
E11.2 Type 2 diabetes mellitus with kidney complications
E11.21 Type 2 diabetes mellitus with diabetic nephropathy
= Type 2 diabetes mellitus with intercapillary glomerulosclerosis; Type 2 diabetes mellitus with Kimmelstiel-Wilson disease
E11.22 Type 2 diabetes mellitus with diabetic chronic kidney disease
add code to identify stage of chronic kidney disease (N18.1-N18.6)
E11.29 Type 2 diabetes mellitus with other diabetic kidney complication
E11.3 Type 2 diabetes mellitus with ophthalmic complications
E11.31 Type 2 diabetes mellitus with unspecified diabetic retinopathy
E11.311 Type 2 diabetes mellitus with unspecified diabetic retinopathy with macular edema
E11.319 Type 2 diabetes mellitus with unspecified diabetic retinopathy without macular edema
E11.32 Type 2 diabetes mellitus with mild nonproliferative diabetic retinopathy
7 eye
E11.321 Type 2 diabetes mellitus with mild nonproliferative diabetic retinopathy with macular edema
E11.329 Type 2 diabetes mellitus with mild nonproliferative diabetic retinopathy without macular edema
E11.33 Type 2 diabetes mellitus with moderate nonproliferative diabetic retinopathy
7 eye
E11.331 Type 2 diabetes mellitus with moderate nonproliferative diabetic retinopathy with macular edema
E11.339 Type 2 diabetes mellitus with moderate nonproliferative diabetic retinopathy without macular edema
E11.34 Type 2 diabetes mellitus with severe nonproliferative diabetic retinopathy
7 eye
E11.341 Type 2 diabetes mellitus with severe nonproliferative diabetic retinopathy with macular edema
E11.349 Type 2 diabetes mellitus with severe nonproliferative diabetic retinopathy without macular edema
E11.35 Type 2 diabetes mellitus with proliferative diabetic retinopathy
7 eye
E11.351 Type 2 diabetes mellitus with proliferative diabetic retinopathy with macular edema
E11.359 Type 2 diabetes mellitus with proliferative diabetic retinopathy without macular edema
E11.36 Type 2 diabetes mellitus with diabetic cataract
E11.39 Type 2 diabetes mellitus with other diabetic ophthalmic complication
E11.4 Type 2 diabetes mellitus with neurological complications
E11.40 Type 2 diabetes mellitus with diabetic neuropathy, unspecified
E11.41 Type 2 diabetes mellitus with diabetic mononeuropathy
E11.42 Type 2 diabetes mellitus with diabetic polyneuropathy
= Type 2 diabetes mellitus with diabetic neuralgia
E11.43 Type 2 diabetes mellitus with diabetic autonomic (poly)neuropathy
= Type 2 diabetes mellitus with diabetic gastroparesis
E11.44 Type 2 diabetes mellitus with diabetic amyotrophy
E11.49 Type 2 diabetes mellitus with other diabetic neurological complication
E11.5 Type 2 diabetes mellitus with circulatory complications
E11.51 Type 2 diabetes mellitus with diabetic peripheral angiopathy without gangrene
E11.52 Type 2 diabetes mellitus with diabetic peripheral angiopathy with gangrene
E11.59 Type 2 diabetes mellitus with other circulatory complications
E11.6 Type 2 diabetes mellitus with other specified complications
E11.61 Type 2 diabetes mellitus with diabetic arthropathy
E11.610 Type 2 diabetes mellitus with diabetic neuropathic arthropathy
= Type 2 diabetes mellitus with Charcot's joints
E11.618 Type 2 diabetes mellitus with other diabetic arthropathy
E11.62 Type 2 diabetes mellitus with skin complications
E11.620 Type 2 diabetes mellitus with diabetic dermatitis
E11.621 Type 2 diabetes mellitus with foot ulcer
add code to identify site of ulcer (L97.4-, L97.5-)
E11.622 Type 2 diabetes mellitus with other skin ulcer
add code to identify site of ulcer (L97.1-L97.9, L98.41-L98.49)
E11.628 Type 2 diabetes mellitus with other skin complications
E11.63 Type 2 diabetes mellitus with oral complications
E11.630 Type 2 diabetes mellitus with periodontal disease
E11.638 Type 2 diabetes mellitus with other oral complications
E11.64 Type 2 diabetes mellitus with hypoglycemia
E11.641 Type 2 diabetes mellitus with hypoglycemia with coma
E11.649 Type 2 diabetes mellitus with hypoglycemia without coma
E11.65 Type 2 diabetes mellitus with hyperglycemia
E11.69 Type 2 diabetes mellitus with other specified complication
add code to identify complication
E11.8 Type 2 diabetes mellitus with unspecified complications
E11.9 Type 2 diabetes mellitus without complications
E11.A>2026 Type 2 diabetes mellitus without complications in remission
E16 Other disorders of pancreatic internal secretion
E16.2 Hypoglycemia, unspecified
E21 Hyperparathyroidism and other disorders of parathyroid gland
E21.0 Primary hyperparathyroidism
E21.3 Hyperparathyroidism, unspecified
E20 Hypoparathyroidism
E20.9 Hypoparathyroidism, unspecified
E28 Ovarian dysfunction
E28.2 Polycystic ovarian syndrome
E29 Testicular dysfunction
E29.1 Testicular hypofunction
= Testicular hypogonadism NOS
E43 Unspecified severe protein-calorie malnutrition
E44 Protein-calorie malnutrition of moderate and mild degree
E44.0 Moderate protein-calorie malnutrition
E44.1 Mild protein-calorie malnutrition
E46 Unspecified protein-calorie malnutrition
E53 Deficiency of other B group vitamins
E53.8 Deficiency of other specified B group vitamins
= Vitamin B12 deficiency
E55 Vitamin D deficiency
E55.9 Vitamin D deficiency, unspecified
E66 Overweight and obesity
add code to identify body mass index (BMI), if known (Z68.-)
E66.0 Obesity due to excess calories
E66.01 Morbid (severe) obesity due to excess calories
E66.09 Other obesity due to excess calories
E66.1 Drug-induced obesity
E66.2 Morbid (severe) obesity with alveolar hypoventilation
E66.3 Overweight
E66.8 Other obesity
E66.81>2025 Obesity class
E66.811>2025 Obesity, class 1
E66.812>2025 Obesity, class 2
E66.813>2025 Obesity, class 3
E66.89>2025 Other obesity not elsewhere classified
E66.9 Obesity, unspecified
E78 Disorders of lipoprotein metabolism and other lipidemias
E78.0 Pure hypercholesterolemia
E78.00 Pure hypercholesterolemia, unspecified
E78.01 Familial hypercholesterolemia
E78.1 Pure hyperglyceridemia
E78.2 Mixed hyperlipidemia
E78.4 Other hyperlipidemia
E78.41 Elevated Lipoprotein(a)
E78.49 Other hyperlipidemia
E78.5 Hyperlipidemia, unspecified
E83 Disorders of mineral metabolism
E83.4 Disorders of magnesium metabolism
E83.42 Hypomagnesemia
E83.5 Disorders of calcium metabolism
E83.51 Hypocalcemia
E83.52 Hypercalcemia
E86 Volume depletion
E86.0 Dehydration
E86.1 Hypovolemia
E86.9 Volume depletion, unspecified
E87 Other disorders of fluid, electrolyte and acid-base balance
E87.0 Hyperosmolality and hypernatremia
E87.1 Hypo-osmolality and hyponatremia
E87.2 Acidosis
E87.20>2023 Acidosis, unspecified
E87.21>2023 Acute metabolic acidosis
E87.22>2023 Chronic metabolic acidosis
E87.29>2023 Other acidosis
E87.5 Hyperkalemia
E87.6 Hypokalemia
E87.7 Fluid overload
E87.70 Fluid overload, unspecified
E89 Postprocedural endocrine and metabolic complications and disorders, not elsewhere classified
E89.0 Postprocedural hypothyroidism
`;
