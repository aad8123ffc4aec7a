import { App, Chart, type ChartProps } from 'cdk8s';
import { MeshPort, MeshService, type VersionOptions } from '../../lib';

/** An object as it is written; tests look into it as they like. */
export interface Written {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Record<string, string>;
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- manifests of all kinds
  readonly spec: any;
}

/** A chart in an app of its own. */
export function chartOf(props: ChartProps = { namespace: 'shop' }): Chart {
  return new Chart(new App(), 'chart', props);
}

/** The service that tests speak of: `reviews.shop` with three versions. */
export function reviewsIn(chart: Chart, ports = [MeshPort.http(9080)]): MeshService {
  const versions: Record<string, VersionOptions> = { v1: {}, v2: {}, v3: {} };
  return MeshService.fromName(chart, 'reviews', { name: 'reviews', namespace: 'shop', ports, versions });
}

/** All objects of a chart. */
export function written(chart: Chart): Written[] {
  return chart.toJson() as Written[];
}

/** The only object of a kind, or the one of that name. */
export function the(chart: Chart, kind: string, name?: string): Written {
  const found = written(chart).filter(
    (object) => object.kind === kind && (name === undefined || object.metadata.name === name),
  );
  if (found.length !== 1) throw new Error(`one ${kind} ${name ?? ''} must be written, got ${found.length}`);
  return found[0]!;
}

/** What the library has against an app, without the listing of cdk8s around it. */
export function refusal(chart: Chart): string[] {
  try {
    chart.toJson();
  } catch (error) {
    return (error as Error).message.split('\n  ').slice(1);
  }
  return [];
}
