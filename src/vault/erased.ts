import { AppError } from '#kernel/index.ts';

/** What was asked for was shredded. */
export function erased(): AppError {
  return new AppError('erased', {
    publicMessage: 'This was erased for good by an administrator. Ask for a new review of the encounter.',
  });
}

/** The tenant was shredded, and an administrator has not taken it up again. */
export function nothingIsSealed(): AppError {
  return new AppError('erased', {
    publicMessage:
      'All data of this organization was erased by an administrator, and nothing new is kept for it. An administrator can take it up again with "revrx keys reopen".',
  });
}
