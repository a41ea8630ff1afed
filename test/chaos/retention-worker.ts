/**
 * Keeps retention and is killed on the way, as `kill -9` does. `retention-worker.ts SITE TENANT BATCH MILLISECONDS`: so long
 * after it has begun that batch, at once for 0.
 */
import { openServices } from '#compose/index.ts';
import { parseConfig } from '#config/index.ts';
import { silentLog } from '#kernel/index.ts';
import { removeExpiredCharts } from '#pipeline/index.ts';

const [siteId = '', tenantId = '', batch, afterMs] = process.argv.slice(2);

let batches = 0;
/** Asked once for each batch. */
const clock = {
  now(): Date {
    batches += 1;
    const die = (): boolean => process.kill(process.pid, 'SIGKILL');
    if (batches === Number(batch)) {
      if (afterMs === '0') die();
      else setTimeout(die, Number(afterMs));
    }
    return new Date();
  },
};

const services = await openServices(parseConfig(process.env), silentLog, { migrations: 'require', supervise: false });
await removeExpiredCharts({ database: services.database, clock, tenantId, siteId, retentionDays: 30 });
await services[Symbol.asyncDispose]();
