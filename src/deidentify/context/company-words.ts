import { wordSet } from '../patterns/vocabulary.ts';

/** Last words of the names of companies and schools, whatever their other words are. */
export const COMPANY_ENDS = wordSet(`
trucking landscaping roofing plumbing hauling construction foods farms farm logistics freight motors auto automotive electric machining manufacturing fabrication foundry
steel lumber mills mill dairy bakery grill diner cafe casino hotel inn resort salon market mart grocery hardware tool die paving masonry towing airlines railroad express
industries enterprises solutions technologies insurance bank brewery winery nursery ranch stables security cleaners cleaning staffing supply prep charter elementary academy
start montessori preschool daycare casinos distributing packaging plastics printing press stores store warehouse storage telecom communications energy petroleum mining
`);

/** Lines of a form that name an institution or a company: `DME: …`. */
export const INSTITUTION_LABELS = wordSet(
  'agency hospice dme ems vendor supplier facility hospital clinic practice snf school dialysis company',
);
