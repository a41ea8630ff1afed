import { diagnosisSynonyms } from '#codes/index.ts';
import { diagnosisNames } from './diagnosis-names.ts';
import type { Synonym } from './title-index.ts';

/** Every name of a diagnosis beside the titles of the tables. Built once. */
export const synonyms: readonly Synonym[] = [...diagnosisSynonyms(), ...diagnosisNames];
