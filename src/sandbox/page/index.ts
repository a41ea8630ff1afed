export { createEhrPage } from './ehr-page.ts';
