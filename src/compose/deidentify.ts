import type { Chart } from '#chart/index.ts';
import {
  createComprehendDetector,
  createSharedBudget,
  deidentifyChart,
  type ComprehendDetector,
  type DeidentifiedChartResult,
} from '#deidentify/index.ts';
import type { Services } from './services.ts';

/** De-identification as configured: by the local detectors, by Comprehend Medical, or by both. */
export function createDeidentify(services: Services): (chart: Chart) => Promise<DeidentifiedChartResult> {
  const { deidentify } = services.config;
  if (deidentify.with === 'local') return deidentifyChart;
  let detector: Promise<ComprehendDetector> | undefined;
  return async (chart) => {
    detector ??= createDetector(services);
    const comprehend = await detector;
    const before = comprehend.usage();
    const result = await deidentifyChart(chart, {
      remoteDetectors: [comprehend],
      local: deidentify.with === 'comprehend' ? 'record' : 'all',
    });
    logUsage(services, before.units, comprehend);
    return result;
  };
}

function createDetector({ config, database }: Services): Promise<ComprehendDetector> {
  const { deidentify } = config;
  return createComprehendDetector({
    // Region and credentials are the SDK's to find (AWS_REGION, a role, a profile).
    client: {},
    budget: createSharedBudget(database, deidentify),
    send: deidentify.with === 'adaptive' ? 'unsure' : 'all',
  });
}

/** Units asked since, and what the process has spent and saved so far. */
function logUsage({ log }: Services, unitsBefore: number, comprehend: ComprehendDetector): void {
  const { units, costUsd, savedUsd, characters, charactersSent } = comprehend.usage();
  log.info('asked Comprehend Medical', {
    units: units - unitsBefore,
    totalUsd: Number(costUsd.toFixed(4)),
    savedUsd: Number(savedUsd.toFixed(4)),
    sharePercent: characters === 0 ? 0 : Math.round((charactersSent / characters) * 100),
  });
}
