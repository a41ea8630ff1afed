import type { Chart } from '#chart/index.ts';
import type { DeidentifiedChart, DeidentifiedDocument } from '../deidentified-chart.ts';
import { detectLocally, LOCAL_DETECTORS, RECORD_DETECTORS } from '../detect.ts';
import type { RemoteDetector } from '../detector.ts';
import { checkCompiled, type GateResult } from '../gate.ts';
import { compileRecord } from '../known/compiled-record.ts';
import type { CompiledRecord } from '../known/record-tables.ts';
import type { KnownRecord } from '../known/known-record.ts';
import { mergeSpans } from '../merge.ts';
import type { MappedText, PhiMap } from '../restore.ts';
import type { IdentifierType } from '../span.ts';
import { epochDay } from '../tokens/date-meaning.ts';
import { replaceSpans } from '../tokens/replace.ts';
import { TokenRegistry } from '../tokens/token-registry.ts';
import { billedClaim } from './claim.ts';
import { documentFrame } from './documents.ts';
import { structuredFacts } from './facts.ts';
import { deidentifiedEncounter, deidentifiedPatient, firstDayOf } from './people.ts';
import { settingOf } from './setting.ts';

export interface DeidentifiedChartResult {
  readonly chart: DeidentifiedChart;
  /** Full of PHI: seal it. */
  readonly map: PhiMap;
  /** Identifiers replaced, by type. */
  readonly counts: Readonly<Partial<Record<IdentifierType, number>>>;
  /** When not `clear`, nothing of this chart may leave. */
  readonly gate: GateResult;
}

export interface DeidentifyChartOptions {
  /** Asked after the local detectors, one document after the other; their spans are added to the local ones. */
  readonly remoteDetectors?: readonly RemoteDetector[];
  /** `record` leaves the notes to the remote detectors and keeps of the local ones those that know the record. */
  readonly local?: 'all' | 'record';
  readonly signal?: AbortSignal;
}

/** What the chart's resources know about people and places. */
export function knownRecordOf(chart: Chart): KnownRecord {
  return {
    patient: chart.patient,
    relatedPersons: [...chart.relatedPersons],
    practitioners: [...chart.practitioners],
    organizations: [...chart.organizations],
    locations: [...chart.locations],
  };
}

/**
 * Takes every identifier out of a chart: tokens in the texts, days instead of dates, ages of 90 and over as 90. The gate has then looked at
 * every text of the result.
 * @throws AppError `comprehend-unavailable` when a remote detector cannot be asked; the local detectors never throw.
 */
export async function deidentifyChart(
  chart: Chart,
  options: DeidentifyChartOptions = {},
): Promise<DeidentifiedChartResult> {
  return new ChartDeidentifier(chart, options).run();
}

class ChartDeidentifier {
  readonly #chart: Chart;
  readonly #options: DeidentifyChartOptions;
  readonly #record: CompiledRecord;
  readonly #firstDay: number | undefined;
  readonly #registry: TokenRegistry;
  readonly #documents: Record<string, MappedText> = {};
  readonly #texts: Record<string, MappedText> = {};
  readonly #tokens: Record<string, string> = {};
  readonly #counts: Partial<Record<IdentifierType, number>> = {};
  readonly #made: string[] = [];

  constructor(chart: Chart, options: DeidentifyChartOptions) {
    this.#chart = chart;
    this.#options = options;
    this.#record = compileRecord(knownRecordOf(chart));
    this.#firstDay = firstDayOf(chart);
    this.#registry = new TokenRegistry({ firstDay: this.#firstDay, birthDay: epochDay(chart.patient.birthDate) });
  }

  async run(): Promise<DeidentifiedChartResult> {
    const documents = await this.#deidentifyDocuments();
    const claim = billedClaim(this.#chart, this.#firstDay);
    const content: Unbranded<DeidentifiedChart> = {
      setting: settingOf(this.#chart, claim),
      patient: deidentifiedPatient(this.#chart, this.#firstDay),
      encounter: deidentifiedEncounter(this.#chart),
      claim: {
        ...claim,
        specialty: claim.specialty === undefined ? undefined : this.#replace(claim.specialty, 'claim:specialty'),
      },
      documents,
      facts: structuredFacts(this.#chart, this.#firstDay, (text, place) => this.#replace(text, place)),
    };
    return {
      chart: brand(content),
      map: { version: 1, documents: this.#documents, texts: this.#texts, tokens: this.#tokens },
      counts: this.#counts,
      gate: checkCompiled(this.#made.join('\n\n'), this.#record),
    };
  }

  async #deidentifyDocuments(): Promise<DeidentifiedDocument[]> {
    const made: DeidentifiedDocument[] = [];
    for (const document of this.#chart.documents) {
      const spans = await this.#detect(document.text);
      const mapped = replaceSpans(document.text, spans, this.#registry);
      this.#note(document.text, mapped, (value) => (this.#documents[document.id] = value));
      made.push({
        ...documentFrame(this.#chart, document, this.#firstDay),
        label: `D${made.length + 1}`,
        title: this.#replace(document.title, `title:${document.id}`),
        text: mapped.text,
      });
    }
    return made;
  }

  async #detect(text: string): ReturnType<RemoteDetector['detect']> {
    const local = detectLocally(
      text,
      this.#record,
      this.#options.local === 'record' ? RECORD_DETECTORS : LOCAL_DETECTORS,
    );
    const found = [...local];
    for (const detector of this.#options.remoteDetectors ?? [])
      found.push(...(await detector.detect(text, local, this.#options.signal)));
    return found.length === local.length ? local : mergeSpans(found);
  }

  #replace(text: string, place: string): string {
    const mapped = replaceSpans(text, detectLocally(text, this.#record), this.#registry);
    this.#note(text, mapped, (value) => (this.#texts[place] = value));
    return mapped.text;
  }

  #note(original: string, { text, spans }: MappedText, keep: (value: MappedText) => void): void {
    keep({ text: original, spans });
    this.#made.push(text);
    for (const { type, token, start, end } of spans) {
      this.#counts[type] = (this.#counts[type] ?? 0) + 1;
      const piece = original.slice(start, end);
      if (readability(piece) > readability(this.#tokens[token] ?? '')) this.#tokens[token] = piece;
    }
  }
}

/** How well a form of a name reads in a sentence: longer is better, but `Gray, Violet` and `GRAY` are for headers. */
function readability(form: string): number {
  const turned = /[,;/\r\n]/.test(form) ? 1000 : 0;
  const capitals = form.length > 2 && form === form.toUpperCase() ? 500 : 0;
  return form === '' ? -Infinity : form.length - turned - capitals;
}

type Unbranded<T> = { readonly [K in keyof T as K extends symbol ? never : K]: T[K] };

/** The only place that makes a de-identified chart: the brand exists for the compiler alone. */
function brand(content: Unbranded<DeidentifiedChart>): DeidentifiedChart {
  return content as DeidentifiedChart;
}
