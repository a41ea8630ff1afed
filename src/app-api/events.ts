import type { EventStream } from '#http/index.ts';
import type { Database } from '#persistence/index.ts';
import type { ModelReading, ProgressListener } from '#pipeline/index.ts';
import type { Launch } from '#smart/index.ts';
import { getCurrentReview, toProgress } from './current-review.ts';

interface EventDependencies {
  readonly database: Database;
  readonly progress: ProgressListener;
}

/** Sends how far the encounter's review is, now and at each move; also of the review that takes the place of one whose chart has changed. */
export async function followReview(
  { database, progress }: EventDependencies,
  launch: Launch,
  stream: EventStream,
): Promise<void> {
  let followed = { id: '', stop: (): void => undefined };
  const send = async (reading?: ModelReading): Promise<void> => {
    const review = await getCurrentReview(database, launch).catch(() => undefined);
    if (review === undefined) return stream.end();
    if (review.id !== followed.id && !stream.signal.aborted) {
      followed.stop();
      followed = { id: review.id, stop: progress.onMoved(review.id, (own) => void send(own)) };
    }
    stream.send('progress', toProgress(review, reading));
  };
  stream.signal.addEventListener('abort', () => followed.stop(), { once: true });
  await send();
}
