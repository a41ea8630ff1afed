import { askForLook, BATCH_QUEUE, type BatchJob } from './batch-queue.ts';
import { takeBatchTurn } from './batch-turn.ts';
import type { BatchTurnOptions } from './turn.ts';
import type { BatchWaiting } from './batch-waiting.ts';

/** How often a worker looks for looks that are due. */
const POLL_SECONDS = 2;

/**
 * Looks at the batches whenever a look is due, until the boss is stopped. Also where batches are not asked for any more: what is under
 * way is taken up.
 */
export async function runBatches(options: BatchTurnOptions & BatchWaiting): Promise<void> {
  await options.boss.work<BatchJob>(BATCH_QUEUE, { pollingIntervalSeconds: POLL_SECONDS }, async (jobs) => {
    for (const { data, signal } of jobs) {
      const { tenantId } = data;
      const after = await takeBatchTurn(options, tenantId, signal);
      // Before this one is completed: should the process die in between, there is one look too many, and none too few.
      if (after === 'more') await askForLook(options.boss, tenantId, { afterSeconds: options.lookAfterSeconds });
    }
  });
}
