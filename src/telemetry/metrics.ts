/** Labels of a sample: names from the code, never an id, never PHI. */
export type Labels = Readonly<Record<string, string>>;

export interface Counter {
  inc(labels?: Labels, by?: number): void;
}

export interface Histogram {
  observe(value: number, labels?: Labels): void;
}

export interface Sample {
  readonly labels: Labels;
  readonly value: number;
}

interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  lines(): Promise<readonly string[]>;
}

/** The process's numbers, in the text format that Prometheus reads (version 0.0.4). */
export class Metrics {
  readonly #families: Family[] = [];

  counter(name: string, help: string): Counter {
    const values = new Map<string, number>();
    const lines = async () => [...values].map(([labels, value]) => `${name}${braced(labels)} ${value}`);
    this.#families.push({ name, help, type: 'counter', lines });
    return { inc: (labels = {}, by = 1) => add(values, toText(labels), by) };
  }

  /** `bounds`: upper, rising. */
  histogram(name: string, help: string, bounds: readonly number[]): Histogram {
    const series = new Map<string, { counts: number[]; sum: number; count: number }>();
    const lines = async () =>
      [...series].flatMap(([labels, { counts, sum, count }]) => [
        ...bounds.map((bound, at) => `${name}_bucket${braced(labels, `le="${bound}"`)} ${counts[at] ?? 0}`),
        `${name}_bucket${braced(labels, 'le="+Inf"')} ${count}`,
        `${name}_sum${braced(labels)} ${sum}`,
        `${name}_count${braced(labels)} ${count}`,
      ]);
    this.#families.push({ name, help, type: 'histogram', lines });
    return {
      observe(value, labels = {}) {
        const key = toText(labels);
        const own = series.get(key) ?? { counts: bounds.map(() => 0), sum: 0, count: 0 };
        series.set(key, own);
        own.sum += value;
        own.count += 1;
        bounds.forEach((bound, at) => {
          if (value <= bound) own.counts[at] = (own.counts[at] ?? 0) + 1;
        });
      },
    };
  }

  /** A number that is looked up whenever somebody asks. One that cannot be had is left out. */
  gauge(name: string, help: string, collect: () => Promise<readonly Sample[]>): void {
    const lines = async () =>
      (await collect().catch(() => [])).map(({ labels, value }) => `${name}${braced(toText(labels))} ${value}`);
    this.#families.push({ name, help, type: 'gauge', lines });
  }

  async render(): Promise<string> {
    const parts = await Promise.all(
      this.#families.map(async ({ name, help, type, lines }) =>
        [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...(await lines())].join('\n'),
      ),
    );
    return `${parts.join('\n')}\n`;
  }
}

function add(values: Map<string, number>, key: string, by: number): void {
  values.set(key, (values.get(key) ?? 0) + by);
}

function toText(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`)
    .join(',');
}

function braced(...labels: readonly string[]): string {
  const text = labels.filter((label) => label !== '').join(',');
  return text === '' ? '' : `{${text}}`;
}
