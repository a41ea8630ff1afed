export type { PublicationInput, PublishableFinding, PublishedDecision } from './publication-input.ts';
export type { PublishableQuery } from './publishable-query.ts';
export { publish } from './publish.ts';
export type { PublishedResource, PublishingEhr } from './published-resource.ts';
