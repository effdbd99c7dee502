import { expect, test } from 'vitest';
import { prometheusMetrics } from './prometheus-metrics.ts';

test('counts by label and keeps durations in seconds', () => {
  const metrics = prometheusMetrics(() => 1024);
  metrics.count('asked_total', { outcome: 'answered' });
  metrics.count('asked_total', { outcome: 'answered' });
  metrics.count('asked_total', { outcome: 'a"b' });
  metrics.observe('took_seconds', 20);
  const text = metrics.text();
  expect(text).toContain('asked_total{outcome="answered"} 2\n');
  expect(text).toContain('asked_total{outcome="a\\"b"} 1\n');
  expect(text).toContain('took_seconds_bucket{le="0.015"} 0\n');
  expect(text).toContain('took_seconds_bucket{le="0.05"} 1\n');
  expect(text).toContain('took_seconds_bucket{le="+Inf"} 1\n');
  expect(text).toContain('took_seconds_sum 0.02\n');
  expect(text).toContain('process_resident_memory_bytes 1024\n');
});
