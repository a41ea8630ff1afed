/**
 * Looks once at the batches of a tenant, as a worker does when a look is due: `batch-worker.ts TENANT`. Whoever watches the model's
 * server kills it at a request.
 */
import { createBatchTurnOptions, openServices } from '#compose/index.ts';
import { parseConfig } from '#config/index.ts';
import { silentLog } from '#kernel/index.ts';
import { takeBatchTurn } from '#pipeline/index.ts';

const tenantId = process.argv[2] ?? '';
await using services = await openServices(parseConfig(process.env), silentLog, {
  migrations: 'require',
  supervise: false,
});
await takeBatchTurn(createBatchTurnOptions(services), tenantId, new AbortController().signal);
