/** Small made-up excerpts in the layouts of the official files. No CPT descriptor, and no row of a real NCCI table. */

const orderLine = (n: number, code: string, billable: 0 | 1, title: string): string =>
  `${String(n).padStart(5, '0')} ${code.padEnd(7)} ${billable} ${title.slice(0, 60).padEnd(60)} ${title}`;

export const ORDER_FILE = [
  orderLine(1, 'E10', 0, 'Type 1 diabetes mellitus'),
  orderLine(2, 'E109', 1, 'Type 1 diabetes mellitus without complications'),
  orderLine(3, 'E11', 0, 'Type 2 diabetes mellitus'),
  orderLine(4, 'E112', 0, 'Type 2 diabetes mellitus with kidney complications'),
  orderLine(5, 'E1122', 1, 'Type 2 diabetes mellitus with diabetic chronic kidney disease'),
  orderLine(6, 'E119', 1, 'Type 2 diabetes mellitus without complications'),
  orderLine(7, 'F02', 0, 'Dementia in other diseases classified elsewhere'),
  orderLine(8, 'F0280', 1, 'Dementia in other diseases classified elsewhere without behavioral disturbance'),
  orderLine(9, 'S934', 0, 'Sprain of ankle'),
  orderLine(10, 'S9340', 0, 'Sprain of unspecified ligament of ankle'),
  orderLine(11, 'S93401', 0, 'Sprain of unspecified ligament of right ankle'),
  orderLine(12, 'S93401A', 1, 'Sprain of unspecified ligament of right ankle, initial encounter'),
  orderLine(13, 'S93401D', 1, 'Sprain of unspecified ligament of right ankle, subsequent encounter'),
].join('\r\n');

export const TABULAR_XML = `<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.tabular><version>2031</version>
<chapter><name>4</name><desc>Endocrine (E00-E89)</desc>
 <excludes1><note>transitory disorders of newborn (P70-P74)</note></excludes1>
 <section id="E08-E13"><desc>Diabetes mellitus (E08-E13)</desc>
  <diag><name>E10</name><desc>Type 1 diabetes mellitus</desc>
   <diag><name>E10.9</name><desc>Type 1 diabetes mellitus without complications</desc></diag></diag>
  <diag><name>E11</name><desc>Type 2 diabetes mellitus</desc>
   <includes><note>diabetes NOS</note></includes>
   <useAdditionalCode><note>code to identify control using:</note><note>insulin (Z79.4)</note><note>oral drugs (Z79.84)</note></useAdditionalCode>
   <excludes1><note>diabetes of a kind:</note><note>gestational diabetes (O24.4-)</note><note>type 1 diabetes mellitus (E10.-)</note></excludes1>
   <excludes2><note>foot of a mariner (M20-M21)</note></excludes2>
   <diag><name>E11.2</name><desc>Type 2 diabetes mellitus with kidney complications</desc>
    <diag><name>E11.22</name><desc>Type 2 diabetes mellitus with diabetic chronic kidney disease</desc>
     <useAdditionalCode><note>code to identify stage of chronic kidney disease (N18.1-N18.6)</note></useAdditionalCode></diag></diag>
   <diag><name>E11.9</name><desc>Type 2 diabetes mellitus without complications</desc><inclusionTerm><note>Sweet disease NOS</note></inclusionTerm></diag></diag>
 </section></chapter>
<chapter><name>5</name><desc>Mental (F01-F99)</desc>
 <section id="F01-F09"><desc>Due to physiological conditions</desc>
  <diag><name>F02</name><desc>Dementia in other diseases classified elsewhere</desc>
   <codeFirst><note>the underlying condition, such as:</note><note>Alzheimer's (G30.-)</note><note>intoxications (T36-T65)</note></codeFirst>
   <diag><name>F02.80</name><desc>Dementia in other diseases classified elsewhere without behavioral disturbance</desc></diag></diag>
 </section></chapter>
<chapter><name>19</name><desc>Injury (S00-T88)</desc>
 <section id="S90-S99"><desc>Injuries to the ankle and foot</desc>
  <diag><name>S93.4</name><desc>Sprain of ankle</desc>
   <sevenChrNote><note>The appropriate 7th character is to be added to each code</note></sevenChrNote>
   <sevenChrDef><extension char="A">initial encounter</extension><extension char="D">subsequent encounter</extension><extension char="S">sequela</extension></sevenChrDef>
   <notes><note>7th characters D and S do not apply to codes in category S93 with 6th character 7 - of the first kind, or 8 - of the second.</note></notes>
   <diag><name>S93.40</name><desc>Sprain of unspecified ligament of ankle</desc>
    <diag><name>S93.401</name><desc>Sprain of unspecified ligament of right ankle</desc></diag>
    <diag><name>S93.407</name><desc>Sprain of a fatal kind</desc></diag></diag>
   <diag><name>S93.5</name><desc>Sprain of toe, short code</desc></diag></diag>
 </section></chapter>
</ICD10CM.tabular>`;

export const PTP_MEDICARE = [
  'CPT only copyright 2030 American Medical Association. All Rights Reserved.\t\t\t\t\t\t',
  'Column1/Column2 Edits\t\t\t\t\t\t',
  'Column 1\tColumn 2\t* = in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale',
  '\t\tprior to 1996\tDate\tDate\t0=not allowed\t',
  '10000\t20000\t*\t19960101\t*\t0\tMore "extensive" procedure',
  '10000\t20001\t\t20200101\t20251231\t1\tMisuse of column two',
  '10000\t20001\t\t20260401\t*\t0\tMisuse of column two',
  '10000\t20002\t\t20200101\t20200101\t9\tWithdrawn',
  'G0001\tA0002\t\t20200101\t*\t1\tMisuse of column two',
].join('\r\n');

export const PTP_MEDICAID = [
  'Column 1\tColumn 2\tEffective Date\tDeletion Date\tModifier\tRationale',
  '10000\t20000\t20101001\t*\t1\tState rule',
].join('\n');

export const MUE = [
  '"CPT codes are copyright American Medical Association.  All rights reserved. ""Applicable"" terms apply.",,,',
  'HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale',
  '10000,1,2 Date of Service Edit: Policy,CMS Policy',
  '10001,13,3 Date of Service Edit: Clinical,"Clinical: Data, revised"',
  'J0001,20,1 Line Edit,Prescribing Information',
  'D0120,1,1 Line Edit,Dental',
].join('\r\n');

export const ADD_ON = [
  'add_on_code\tprimary_code\tedit_type\teffective_date\tdeletion_date\tspecial_instruction',
  '10002\t10000\t1\t2013091\t0000000\t',
  '10002\t10001\t1\t2013091\t2020366\t',
  '10003\tCCCCC\t2\t2013091\t0000000\t',
  '10004\t10000\t3\t2013091\t0000000\t',
].join('\n');

const hcpcsLine = (code: string, sequence: string, id: string, long: string, short = '', terminated = ''): string =>
  `${code}${sequence}${id}${long.padEnd(80)}${short.padEnd(28)}`.padEnd(276) +
  `20200101${terminated.padEnd(8)}N`.padEnd(44);

export const HCPCS = [
  hcpcsLine('   ZZ', '00100', '7', 'A made-up modifier'),
  hcpcsLine('G0001', '00100', '3', 'Visit of a made-up kind, with a plan of'.padEnd(80), 'Made-up visit'),
  hcpcsLine('G0001', '00200', '4', 'service, first'),
  hcpcsLine('J0002', '00100', '3', 'Injection, nothing, 1 mg', 'Nothing inj', '20241231'),
  hcpcsLine('D0120', '00100', '3', 'Dental text that must go'),
].join('\r\n');

const feeLine = (
  code: string,
  modifier: string,
  work: string,
  pe: string,
  facilityPe: string,
  naIndicator: string,
  mp: string,
): string =>
  [
    code,
    modifier,
    'DESCRIPTOR MUST GO',
    'A',
    '',
    work,
    pe,
    '',
    facilityPe,
    naIndicator,
    mp,
    '9',
    '9',
    '1',
    '010',
    '0',
    '0',
    '0',
    '0',
    '1',
    '0',
    '0',
    '0',
    '',
    '32.0000',
    '09',
    '0',
    '99',
    '0',
    '0',
    '0',
  ].join(',');

export const PPRRVU = [
  '2030 National Physician Fee Schedule Relative Value File October Release,,,,',
  'CPT codes and descriptions only are copyright American Medical Association,,,',
  ',,,,NOT USED,,NON-FAC,,FACILITY,,,,,,,,,,,,,,,,CONV,,,,,,',
  'HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,USED,USED,USED',
  feeLine('10000', '', '1.00', '2.00', '0.50', '', '0.10'),
  feeLine('10000', '26', '0.60', '0.30', '0.30', '', '0.05'),
  feeLine('10001', '', '0.20', '1.00', '0.00', 'NA', '0.01'),
].join('\r\n');

export const GPCI = [
  'ADDENDUM E. 2030 GEOGRAPHIC PRACTICE COST INDICES (GPCIs) BY STATE AND MEDICARE LOCALITY,,,,,,,',
  'Medicare Administrative Contractor (MAC),State,Locality Number,Locality Name,2030 PW GPCI (without 1.0 Floor),2030 PW GPCI (with 1.0 Floor),2030 PE GPCI,2030 MP GPCI',
  '01112,ZZ,05,"ALDER BAY, COUNTY*",0.900,1.000,1.500,0.500',
  'Note: the floor is law until it is not,,,,,,,',
].join('\n');

export const HCC_MAPPING =
  'diagnosis_code,cc,model_name\nE1122,37,CMS-HCC Model V28\nE119,38,CMS-HCC Model V28\nE119,19,CMS-HCC Model V24\n';
export const HCC_HIERARCHIES = 'cc_parent,cc_child,model_domain,model_version,model_fullname\n37,38,CMS-HCC,V28,V28X\n';
export const HCC_LABELS =
  'cc,label,model_domain,model_version,model_fullname\nHCC37,"Diabetes, with complications",CMS-HCC,V28,V28X\n';

export const MCE = [
  'MCE_Version\tICD_Version\tMCE_Section\tMCE_Subsection\tMCE_Edit_Type\tICD_Code_Type\tICD_Code\tICD_Desc',
  '47\t10\t4\tA\tNewborn_Only\tD\tP700\tSyndrome of infant',
  '47\t10\t5\tA\tFemale_Only\tD\tN800\tEndometriosis',
  '47\t10\t5\tB\tFemale_Only\tP\t0U5B0ZZ\tA procedure',
  '47\t10\t6\t_\tPrincipal_Manifestation\tD\tF0280\tDementia',
].join('\n');

export const LCD_SERVICES =
  '"article_id","article_version","hcpc_code_id","long_description"\n"50001","3","10000","TEXT, THAT MUST GO"\n"50002","1","10001","X"\n';
export const LCD_COVERED =
  '"article_id","article_version","icd10_code_id","description"\n"50001","3","E11.22","Kidney,\nand more"\n';
export const LCD_NONCOVERED =
  '"article_id","article_version","icd10_code_id","description"\n"50002","1","E11.9","None"\n';
