import type { EhrClient } from '#ehr/index.ts';
import { AppError } from '#kernel/index.ts';
import type { AttachmentBytes, FetchAttachment } from '../assemble/chart-material.ts';
import { isRefusal } from './chart-searches.ts';

/** Brings attachments from the EHR. What will not be there next time either is a gap; what may be is thrown. */
export function fetchFrom(ehr: EhrClient): FetchAttachment {
  return async ({ url = '', contentType }): Promise<AttachmentBytes> => {
    try {
      return { kind: 'bytes', ...(await ehr.readBinary(url, contentType)) };
    } catch (error) {
      if (isRefusal(error))
        return { kind: 'gap', reason: 'refused', message: 'The EHR does not give RevRx the content of the document.' };
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'ehr-foreign-origin') {
        return {
          kind: 'gap',
          reason: 'refused',
          message: 'The document lies outside the FHIR API of the EHR, where RevRx does not follow.',
        };
      }
      if (error.code === 'ehr-malformed') {
        return {
          kind: 'gap',
          reason: 'unreadable',
          message: 'The EHR sent the document in a form that RevRx cannot read, or too large.',
        };
      }
      throw error;
    }
  };
}
