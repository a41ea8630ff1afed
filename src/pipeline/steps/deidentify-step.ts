import { Deidentification } from '#deidentify/deidentification.entity.ts';
import type { Chart } from '#chart/index.ts';
import type { DeidentifiedChartResult } from '#deidentify/index.ts';
import { AppError, type Clock } from '#kernel/index.ts';
import type { Artifacts } from '../artifacts.ts';
import type { Step } from '../step.ts';

interface DeidentifyStepOptions {
  readonly deidentify: (chart: Chart) => Promise<DeidentifiedChartResult>;
  readonly artifacts: Artifacts;
  readonly clock: Clock;
}

/** charted → deidentified: replaces every identifier. A leak-gate hit parks the review; nothing goes on. */
export function createDeidentifyStep({ deidentify, artifacts, clock }: DeidentifyStepOptions): Step {
  return {
    name: 'deidentify',
    async run({ tenantId, id }) {
      const { chart, map, counts, gate } = await deidentify(await artifacts.openChart({ tenantId, id }));
      if (!gate.clear) {
        throw new AppError('leak-gate-hit', {
          publicMessage:
            'An identifier may have been left in the text, so the review was stopped and held for a person.',
          detail: gate.hits.map(({ kind, count }) => `${kind}=${count}`).join(' '),
        });
      }
      const sealed = await artifacts.sealDeidentified({ tenantId, id }, { chart, map });
      return {
        kind: 'done',
        output: {
          async store(em) {
            await em.upsert(Deidentification, { id, tenantId, ...sealed, counts, createdAt: clock.now() });
          },
        },
      };
    },
  };
}
