/** What the documents of one chart may take, all together. */
export interface ChartLimits {
  readonly maxChartBytes: number;
  readonly maxChartPages: number;
  /** UTF-16 code units. */
  readonly maxChartCharacters: number;
  /** Milliseconds of reading in the reader processes; waiting for them does not count. */
  readonly chartTimeoutMs: number;
}

export const DEFAULT_CHART_LIMITS: ChartLimits = {
  maxChartBytes: 200 * 1024 * 1024,
  maxChartPages: 2_000,
  maxChartCharacters: 10_000_000,
  chartTimeoutMs: 60_000,
};

/** What is left for the documents of one chart, and who may end their reading. */
export class ChartBudget {
  readonly signal: AbortSignal | undefined;
  readonly #limits: ChartLimits;
  #bytes = 0;
  #pages = 0;
  #characters = 0;
  #ms = 0;

  constructor(limits: ChartLimits = DEFAULT_CHART_LIMITS, signal?: AbortSignal) {
    this.#limits = limits;
    this.signal = signal;
  }

  get usedMs(): number {
    return this.#ms;
  }
  get leftMs(): number {
    return Math.max(0, this.#limits.chartTimeoutMs - this.#ms);
  }
  get leftBytes(): number {
    return Math.max(0, this.#limits.maxChartBytes - this.#bytes);
  }
  get leftPages(): number {
    return Math.max(0, this.#limits.maxChartPages - this.#pages);
  }
  get leftCharacters(): number {
    return Math.max(0, this.#limits.maxChartCharacters - this.#characters);
  }

  useBytes(count: number): void {
    this.#bytes += count;
  }
  useText({ pages, characters }: { readonly pages: number; readonly characters: number }): void {
    this.#pages += pages;
    this.#characters += characters;
  }
  useTime(ms: number): void {
    this.#ms += ms;
  }
}
