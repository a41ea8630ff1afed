import { z } from 'zod';

/**
 * What the app in the EHR's frame and the server say to each other. Paths are below `/api/launches/:launchId`; the
 * launch id is not a secret: the cookie's session must own the launch, and patient and encounter come from its row.
 */

/** `GET /` — whose chart this is, for the banner. */
export const launchView = z.object({
  launchId: z.uuid(),
  siteName: z.string(),
  user: z.object({ name: z.string(), mayAnswerQueries: z.boolean(), seesAmounts: z.boolean() }),
  patient: z.object({
    name: z.string(),
    birthDate: z.string().optional(),
    sex: z.string().optional(),
    mrn: z.string().optional(),
  }),
  encounter: z.object({
    id: z.string(),
    start: z.string().optional(),
    end: z.string().optional(),
    classDisplay: z.string().optional(),
    type: z.string().optional(),
  }),
  needPatientBanner: z.boolean(),
  reviewId: z.uuid(),
});
export type LaunchView = z.infer<typeof launchView>;

/** The steps in their order, as the progress shows them. */
export const STEPS = ['chart', 'deidentify', 'review', 'writeback'] as const;

/** Server-sent event `progress` of `GET /events`; also part of the review. */
export const progressView = z.object({
  reviewId: z.uuid(),
  state: z.enum([
    'requested',
    'charted',
    'deidentified',
    'waiting-for-model',
    'reviewed',
    'published',
    'failed',
    'parked',
    'superseded',
  ]),
  /** How far the language model is, where it reads while somebody looks on. */
  model: z
    .object({ part: z.int().positive(), parts: z.int().positive(), characters: z.int().nonnegative() })
    .optional(),
  /** Set when the review failed or is held: a sentence for people, and the id to quote. */
  problem: z.object({ code: z.string(), step: z.string(), message: z.string(), canRetry: z.boolean() }).optional(),
  /** Set when there is something to know though nothing stopped: a pause, or a look at the chart that failed. A sentence. */
  notice: z.string().optional(),
});
export type ProgressView = z.infer<typeof progressView>;

export const evidenceView = z.object({
  documentId: z.string(),
  /** UTF-16 offsets into the document's text as shown. */
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  quote: z.string(),
});

export const dispositionView = z.object({
  decision: z.enum(['accepted', 'rejected']),
  /** Why it was rejected: one of `REJECTION_REASONS`. */
  reason: z.string().optional(),
  note: z.string().optional(),
  by: z.string(),
  at: z.string(),
});

export const REJECTION_REASONS = [
  'documented-elsewhere',
  'clinically-incorrect',
  'code-is-correct',
  'not-my-encounter',
  'other',
] as const;

const mdmLevel = z.enum(['straightforward', 'low', 'moderate', 'high']);

/** The published table of medical decision making, with the words of the notes in its cells. */
export const mdmView = z.object({
  /** What the record proves at least, and what it can support at most. */
  level: z.object({ lower: mdmLevel, upper: mdmLevel }),
  elements: z.array(
    z.object({
      element: z.enum(['problems', 'data', 'risk']),
      title: z.string(),
      lower: mdmLevel,
      upper: mdmLevel,
      facts: z.array(z.object({ words: z.string(), level: mdmLevel, evidence: z.array(evidenceView) })),
    }),
  ),
});
export type MdmView = z.infer<typeof mdmView>;

/** A query to the clinician: a draft until a person sends it. */
export const queryView = z.object({
  state: z.enum(['draft', 'sent', 'answered']),
  title: z.string(),
  type: z.enum(['multiple-choice', 'yes-no', 'open']),
  question: z.string(),
  indicators: z.array(evidenceView.extend({ source: z.string() })),
  options: z.array(z.object({ text: z.string(), needsWords: z.boolean() })),
  sent: z.object({ by: z.string(), at: z.string() }).optional(),
  answer: z
    .object({ option: z.string().optional(), words: z.string().optional(), by: z.string(), at: z.string() })
    .optional(),
});
export type QueryView = z.infer<typeof queryView>;

export const findingView = z.object({
  id: z.uuid(),
  kind: z.string(),
  direction: z.enum(['over', 'under', 'neutral']),
  billed: z.array(z.string()),
  suggested: z.array(z.string()),
  /** Titles of ICD-10-CM and HCPCS Level II codes among billed and suggested; CPT has none. */
  titles: z.record(z.string(), z.string()),
  confidence: z.number(),
  source: z.enum(['rules', 'model', 'both']),
  rule: z.object({ id: z.string(), source: z.string() }),
  rationale: z.string(),
  tableRelease: z.string().optional(),
  evidence: z.array(evidenceView),
  disposition: dispositionView.optional(),
  mdm: mdmView.optional(),
  query: queryView.optional(),
});
export type FindingView = z.infer<typeof findingView>;

/** `GET /review`. */
export const reviewView = z.object({
  progress: progressView,
  claim: z.object({
    diagnoses: z.array(z.object({ sequence: z.int(), code: z.string(), title: z.string().optional() })),
    items: z.array(
      z.object({
        sequence: z.int(),
        code: z.string(),
        modifiers: z.array(z.string()),
        units: z.number(),
        diagnosisSequence: z.array(z.int()),
      }),
    ),
  }),
  documents: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      date: z.string().optional(),
      status: z.string().optional(),
      text: z.string(),
    }),
  ),
  findings: z.array(findingView),
  notEvaluated: z.array(z.object({ rule: z.string(), reason: z.string() })),
  gaps: z.array(z.object({ reference: z.string(), message: z.string() })),
  model: z.object({ used: z.boolean(), name: z.string().optional(), note: z.string().optional() }),
  /** Whether what is shown stands in the EHR too. */
  published: z.boolean(),
});
export type ReviewView = z.infer<typeof reviewView>;

/** Body of `POST /findings/:findingId/disposition`; answers the finding. */
export const dispositionRequest = z
  .object({
    decision: z.enum(['accepted', 'rejected']),
    reason: z.enum(REJECTION_REASONS).optional(),
    note: z.string().max(2_000).optional(),
  })
  .refine(({ decision, reason }) => decision === 'accepted' || reason !== undefined, {
    message: 'Give a reason when you reject a finding.',
    path: ['reason'],
  });
export type DispositionRequest = z.infer<typeof dispositionRequest>;

/** `POST` — ends the browser's session and every launch in it; answers 204. */
export const SIGN_OUT_PATH = '/sign-out';

/** Body of `POST /findings/:findingId/query/answer`; answers the finding. `POST /findings/:findingId/query` sends the draft. */
export const queryAnswerRequest = z
  .object({
    /** Position in the options. */
    option: z.int().nonnegative().optional(),
    words: z.string().trim().min(1).max(2_000).optional(),
  })
  .refine(({ option, words }) => option !== undefined || words !== undefined, {
    message: 'Choose an answer, or write one.',
    path: ['option'],
  });
export type QueryAnswerRequest = z.infer<typeof queryAnswerRequest>;

const riskCategory = z.object({ category: z.string(), label: z.string().optional() });
const notLoaded = z.object({ loaded: z.literal(false), reason: z.string() });

/** `GET /amounts`: for people of the revenue cycle only. Cents; negative where less would be allowed than was billed. */
export const amountsView = z.object({
  fees: z.discriminatedUnion('loaded', [
    notLoaded,
    z.object({
      loaded: z.literal(true),
      /** Release and locality of the fee schedule. */
      tables: z.string(),
      /** The release was not in force on the date of service. */
      stale: z.boolean(),
      findings: z.array(
        z.object({
          findingId: z.uuid(),
          billedCents: z.int().optional(),
          suggestedCents: z.int().optional(),
          differenceCents: z.int().optional(),
          /** Why there is no amount. */
          reason: z.string().optional(),
          /** A person rejected the finding: not in the sums. */
          rejected: z.boolean(),
        }),
      ),
      overCents: z.int(),
      underCents: z.int(),
      netCents: z.int(),
    }),
  ]),
  /** Categories of CMS-HCC that a finding would add to this claim or take from it; findings without any are left out. */
  risk: z.discriminatedUnion('loaded', [
    notLoaded,
    z.object({
      loaded: z.literal(true),
      tables: z.string(),
      findings: z.array(z.object({ findingId: z.uuid(), adds: z.array(riskCategory), removes: z.array(riskCategory) })),
    }),
  ]),
});
export type AmountsView = z.infer<typeof amountsView>;

/** Every error answer of the API. */
export const problemView = z.object({ error: z.object({ code: z.string(), message: z.string(), id: z.string() }) });
export type ProblemView = z.infer<typeof problemView>;

/** State-changing requests must carry this header, which no form and no foreign page can send without a preflight. */
export const REQUEST_HEADER = 'x-revrx-request';
