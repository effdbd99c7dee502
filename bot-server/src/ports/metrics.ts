export type Labels = Readonly<Record<string, string>>;

/** Counts what happens, for an operator's dashboard. Labels take few values: never an id, an address or a text. */
export interface Metrics {
  /** One more of `name`, e.g. "http_requests_total". */
  count(name: string, labels?: Labels): void;
  /** A duration in milliseconds under `name`, e.g. "http_request_duration_seconds". */
  observe(name: string, milliseconds: number, labels?: Labels): void;
  /** What `read` gives whenever somebody looks, under `name`, e.g. "outbox_waiting". One that fails is left out. */
  gauge(name: string, read: () => Promise<readonly Reading[]>): void;
  /** Everything so far in Prometheus' text format. */
  text(): Promise<string>;
}

export interface Reading {
  readonly labels?: Labels;
  readonly value: number;
}
