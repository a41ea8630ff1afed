/** The Postgres channel on which reviews say that they moved. Payload: review ids, comma between them; or see model-reading.ts. */
export const PROGRESS_CHANNEL = 'revrx_progress';
