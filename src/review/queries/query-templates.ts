import { OTHER, UNABLE, type Query, type QueryOption } from './query.ts';

/** What a template says; the indicators come from the finding. */
type QueryTemplate = Pick<Query, 'title' | 'type' | 'question' | 'options'>;

const record = (text: string): QueryOption => ({ text, kind: 'record', supportedBy: [] });
const closing =
  'Please answer from your own knowledge of the visit; an answer belongs in the record as a dated addendum.';

const AUTHENTICATION: QueryTemplate = {
  title: 'Documentation clarification: authentication of the note',
  type: 'multiple-choice',
  question: `The record holds the note quoted below without its author's authentication. Please say how it stands. ${closing}`,
  options: [
    record('The note is mine and complete as it stands'),
    record('The note is mine and not yet complete'),
    record('The note is not mine'),
    OTHER,
    UNABLE,
  ],
};

const TIME: QueryTemplate = {
  title: 'Documentation clarification: time of the service',
  type: 'multiple-choice',
  question: `The record describes the service quoted below and gives no time for it. Can the time be stated? ${closing}`,
  options: [
    record('Time in minutes, or start and stop (please specify)'),
    record('The time was not noted and cannot be stated'),
    OTHER,
    UNABLE,
  ],
};

const PRESENCE: QueryTemplate = {
  title: 'Documentation clarification: part of the supervising clinician',
  type: 'multiple-choice',
  question: `The note quoted below is by a trainee. What was the supervising clinician's own part in the visit? ${closing}`,
  options: [
    record('Saw or examined the patient, or took part in the management (please describe)'),
    record('Reviewed the visit with the trainee without seeing the patient'),
    record('Had no part in the visit'),
    OTHER,
    UNABLE,
  ],
};

const SIDE: QueryTemplate = {
  title: 'Documentation clarification: side of the body',
  type: 'multiple-choice',
  question: `The record describes what is quoted below and names no side. Which side was it? ${closing}`,
  options: [record('Left'), record('Right'), record('Both sides'), OTHER, UNABLE],
};

const PROCEDURE_DETAIL: QueryTemplate = {
  title: 'Documentation clarification: detail of the procedure',
  type: 'multiple-choice',
  question: `The record describes the procedure quoted below without its particulars (site, size, depth, number, means). Can they be stated? ${closing}`,
  options: [record('Particulars (please specify)'), record('They were not noted and cannot be stated'), OTHER, UNABLE],
};

/** For a gap of another kind: an open question, which suggests no answer. */
export const OPEN_QUESTION: QueryTemplate = {
  title: 'Documentation clarification',
  type: 'open',
  question: `Please clarify, where you can, what is meant by the words quoted below. ${closing}`,
  options: [OTHER, UNABLE],
};

/** The template of each rule that reports documentation gaps. */
export const TEMPLATES: Readonly<Record<string, QueryTemplate>> = {
  'unsigned-note': AUTHENTICATION,
  'discharge-time': TIME,
  'timed-service-minutes': TIME,
  'psychotherapy-minutes': TIME,
  'critical-care': TIME,
  'infusion-time': TIME,
  'timed-therapy': TIME,
  'prolonged-service': TIME,
  'time-not-documented': TIME,
  'teaching-attestation': PRESENCE,
  'side-not-documented': SIDE,
  'procedure-detail': PROCEDURE_DETAIL,
};
