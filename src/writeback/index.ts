export { IDENTIFIER } from './canonical.ts';
export type { PublicationInput, PublishableFinding, PublishedDecision } from './publication-input.ts';
export { publish, type PublishedResource, type PublishingEhr } from './publish.ts';
