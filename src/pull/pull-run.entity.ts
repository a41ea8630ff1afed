import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { tenantColumns, tenantRowSecurity } from '#persistence/index.ts';

export const PULL_RUN_STATES = ['running', 'done', 'failed'] as const;
export type PullRunState = (typeof PULL_RUN_STATES)[number];

/** One pull of a site's finished encounters. The one that runs is the site's lock. Holds times and counts only. */
export const PullRun = defineEntity({
  name: 'PullRun',
  tableName: 'pull_run',
  ...tenantRowSecurity,
  properties: {
    ...tenantColumns,
    siteId: p.uuid(),
    state: p.enum(() => [...PULL_RUN_STATES]).$type<PullRunState>(),
    requestedBy: p.string(),
    /** The window: from this time on, up to but without the other. */
    windowFrom: p.datetime(),
    windowUntil: p.datetime(),
    /** Up to when everything has been pulled; set when the run is done. */
    watermark: p.datetime().nullable(),
    found: p.integer(),
    errorCode: p.string().nullable(),
    startedAt: p.datetime(),
    /** When the process last said that it is at it: a run that has been silent for long was left by a process that died. */
    heartbeatAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
  },
  indexes: [
    {
      name: 'pull_run_one_running',
      expression: `create unique index "pull_run_one_running" on "pull_run" ("tenant_id", "site_id") where state = 'running'`,
    },
    { name: 'pull_run_by_site', properties: ['tenantId', 'siteId', 'startedAt'] },
  ],
});
export type PullRun = InferEntity<typeof PullRun>;
