import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** What the relay counts. No space, device or address is a label: a number of all of them together is enough. */
export interface Metrics {
  connections: Gauge
  appended: Counter
  appendedBytes: Counter
  refused: Counter<'code'>
  /** Seconds from a push's arrival to its acknowledgement. */
  acknowledged: Histogram
  delivered: Counter
  requests: Counter<'route' | 'status'>
  blobBytes: Counter
  /** All of them in Prometheus' text format. */
  read: () => Promise<string>
}

const SECONDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5]

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, prefix: 'vivier_' })
  const counter = <T extends string = never>(name: string, help: string, labelNames: T[] = []): Counter<T> =>
    new Counter({ name: `vivier_${name}`, help, labelNames, registers })
  return {
    connections: new Gauge({ name: 'vivier_connections', help: 'Devices connected by WebSocket', registers }),
    appended: counter('batches_appended_total', 'Batches taken'),
    appendedBytes: counter('batches_appended_bytes_total', 'Bytes of batches taken'),
    refused: counter('refused_total', 'Batches, entries and connections refused', ['code']),
    acknowledged: new Histogram({
      name: 'vivier_acknowledge_seconds',
      help: 'From the arrival of a push to its acknowledgement',
      buckets: SECONDS,
      registers,
    }),
    delivered: counter('batches_delivered_total', 'Batches handed on'),
    requests: counter('http_requests_total', 'Requests answered', ['route', 'status']),
    blobBytes: counter('blob_bytes_total', 'Bytes of blobs taken'),
    read: () => registry.metrics(),
  }
}
