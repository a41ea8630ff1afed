import { BLOOD } from './blood.ts';
import { BLOOD_AND_NEOPLASMS } from './blood-and-neoplasms.ts';
import { CARDIOVASCULAR } from './cardiovascular.ts';
import { CONGENITAL } from './congenital.ts';
import { DIGESTIVE } from './digestive.ts';
import { ENDOCRINE } from './endocrine.ts';
import { INFECTIONS } from './infections.ts';
import { GYNECOLOGY } from './gynecology.ts';
import { INJURIES } from './injuries.ts';
import { KIDNEY_AND_REPRODUCTIVE } from './kidney-and-reproductive.ts';
import { MENTAL } from './mental.ts';
import { MUSCULOSKELETAL } from './musculoskeletal.ts';
import { NEOPLASMS } from './neoplasms.ts';
import { NERVOUS_SYSTEM } from './nervous-system.ts';
import { OBSTETRICS_AND_PERINATAL } from './obstetrics-and-perinatal.ts';
import { RESPIRATORY } from './respiratory.ts';
import { EYE_AND_EAR } from './eye-and-ear.ts';
import { SKIN } from './skin.ts';
import { POISONINGS_AND_COMPLICATIONS } from './poisonings-and-complications.ts';
import { SPINE_AND_SOFT_TISSUE } from './spine-and-soft-tissue.ts';
import { STATUS_AND_HISTORY } from './status-and-history.ts';
import { SYMPTOMS } from './symptoms.ts';
import { VESSELS } from './vessels.ts';

/** A word or phrase of clinical language and what it stands for. */
export interface DiagnosisSynonym {
  /** Lower-case words, one space between them. */
  readonly term: string;
  /**
   * ICD-10-CM codes or categories with their dot, the best first. A list may name a code of a newer release before that of an older
   * one (`M54.50`, `M54.5`): those that the table in force does not know are to be passed over.
   */
  readonly codes: readonly string[];
  /** True when the term means this only in capitals: `PAD` is a disease, `pad` is not. */
  readonly capitals: boolean;
}

let synonyms: readonly DiagnosisSynonym[] | undefined;

/** Abbreviations, lay words and clinical synonyms of diagnoses beyond the titles and inclusion terms of the tables. */
export function diagnosisSynonyms(): readonly DiagnosisSynonym[] {
  synonyms ??= [
    BLOOD,
    BLOOD_AND_NEOPLASMS,
    CARDIOVASCULAR,
    CONGENITAL,
    DIGESTIVE,
    ENDOCRINE,
    INFECTIONS,
    GYNECOLOGY,
    INJURIES,
    KIDNEY_AND_REPRODUCTIVE,
    NEOPLASMS,
    OBSTETRICS_AND_PERINATAL,
    MUSCULOSKELETAL,
    MENTAL,
    NERVOUS_SYSTEM,
    RESPIRATORY,
    EYE_AND_EAR,
    SKIN,
    POISONINGS_AND_COMPLICATIONS,
    SPINE_AND_SOFT_TISSUE,
    STATUS_AND_HISTORY,
    SYMPTOMS,
    VESSELS,
  ].flatMap(parseSynonyms);
  return synonyms;
}

/** Lines of `CODE CODE = term | term`. A term written with capitals counts only in capitals. */
export function parseSynonyms(source: string): DiagnosisSynonym[] {
  return source
    .split('\n')
    .filter((line) => line.includes('='))
    .flatMap((line) => {
      const [codes = '', terms = ''] = line.split('=');
      const list = codes.trim().split(/\s+/);
      return terms.split('|').map((term) => {
        const words = term.trim().replace(/\s+/g, ' ');
        return { term: words.toLowerCase(), codes: list, capitals: words !== words.toLowerCase() };
      });
    });
}
