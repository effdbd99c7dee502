import type { Labels, Metrics, Reading } from '../../ports/metrics.ts';

const BUCKETS_MS = [5, 15, 50, 150, 500, 1500, 5000];

interface Histogram {
  readonly buckets: number[];
  sum: number;
  count: number;
}

/** Counters and histograms in memory, which start at zero with the process; gauges are read when somebody looks. */
export function prometheusMetrics(residentBytes: () => number): Metrics {
  const counters = new Map<string, Map<string, number>>();
  const histograms = new Map<string, Map<string, Histogram>>();
  const gauges = new Map<string, () => Promise<readonly Reading[]>>();
  return {
    count(name, labels = {}) {
      const series = inside(counters, name, () => new Map<string, number>());
      const key = written(labels);
      series.set(key, (series.get(key) ?? 0) + 1);
    },
    observe(name, milliseconds, labels = {}) {
      const series = inside(histograms, name, () => new Map<string, Histogram>());
      const histogram = inside(series, written(labels), () => ({ buckets: BUCKETS_MS.map(() => 0), sum: 0, count: 0 }));
      BUCKETS_MS.forEach((limit, at) => {
        if (milliseconds <= limit) histogram.buckets[at] = (histogram.buckets[at] ?? 0) + 1;
      });
      histogram.sum += milliseconds / 1000;
      histogram.count += 1;
    },
    gauge(name, read) {
      gauges.set(name, read);
    },
    async text() {
      const lines = ['# TYPE process_resident_memory_bytes gauge', `process_resident_memory_bytes ${residentBytes()}`];
      for (const [name, series] of counters) {
        lines.push(`# TYPE ${name} counter`);
        for (const [labels, value] of series) lines.push(`${name}${braced(labels)} ${value}`);
      }
      for (const [name, series] of histograms) {
        lines.push(`# TYPE ${name} histogram`);
        for (const [labels, histogram] of series) lines.push(...histogramLines(name, labels, histogram));
      }
      const read = await Promise.all([...gauges].map(([name, value]) => gaugeLines(name, value)));
      return `${[...lines, ...read.flat()].join('\n')}\n`;
    },
  };
}

async function gaugeLines(name: string, read: () => Promise<readonly Reading[]>): Promise<string[]> {
  const readings = await read().catch(() => []);
  if (readings.length === 0) return [];
  return [
    `# TYPE ${name} gauge`,
    ...readings.map(({ labels = {}, value }) => `${name}${braced(written(labels))} ${value}`),
  ];
}

function histogramLines(name: string, labels: string, { buckets, sum, count }: Histogram): string[] {
  const lead = labels === '' ? '' : `${labels},`;
  return [
    ...buckets.map((value, at) => `${name}_bucket{${lead}le="${(BUCKETS_MS[at] ?? 0) / 1000}"} ${value}`),
    `${name}_bucket{${lead}le="+Inf"} ${count}`,
    `${name}_sum${braced(labels)} ${sum}`,
    `${name}_count${braced(labels)} ${count}`,
  ];
}

function inside<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function written(labels: Labels): string {
  const quoted = (value: string) => (/["\\\n]/.test(value) ? escaped(value) : value);
  const escaped = (value: string) => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
  return Object.entries(labels)
    .map(([key, value]) => `${key}="${quoted(value)}"`)
    .join(',');
}

function braced(labels: string): string {
  return labels === '' ? '' : `{${labels}}`;
}
