import { Review } from '#pipeline/review.entity.ts';

/** Every entity of every room, for the ORM and for `npm run generate`, which writes migrations from them. */
export const entities = [Review];
