import { expect, test } from 'vitest';
import { prometheusMetrics } from './prometheus-metrics.ts';

test('counts by label and keeps durations in seconds', async () => {
  const metrics = prometheusMetrics(() => 1024);
  metrics.count('asked_total', { outcome: 'answered' });
  metrics.count('asked_total', { outcome: 'answered' });
  metrics.count('asked_total', { outcome: 'a"b' });
  metrics.observe('took_seconds', 20);
  const text = await metrics.text();
  expect(text).toContain('asked_total{outcome="answered"} 2\n');
  expect(text).toContain('asked_total{outcome="a\\"b"} 1\n');
  expect(text).toContain('took_seconds_bucket{le="0.015"} 0\n');
  expect(text).toContain('took_seconds_bucket{le="0.05"} 1\n');
  expect(text).toContain('took_seconds_bucket{le="+Inf"} 1\n');
  expect(text).toContain('took_seconds_sum 0.02\n');
  expect(text).toContain('process_resident_memory_bytes 1024\n');
});

test('gauges say what is true when somebody looks, and one that fails hides no other', async () => {
  const metrics = prometheusMetrics(() => 0);
  let waiting = 1;
  metrics.gauge('waiting', async () => [{ labels: { account: 'a' }, value: waiting }]);
  metrics.gauge('broken', async () => {
    throw new Error('database gone');
  });
  waiting = 7;
  const text = await metrics.text();
  expect(text).toContain('# TYPE waiting gauge\nwaiting{account="a"} 7\n');
  expect(text).not.toContain('broken');
});
