import { MeshService } from 'cdk8s-mesh';
import { Construct } from 'constructs';
import { Program, serviceOf } from './program';

const PORT = 9080;

/** Istio's bookshop: a page that calls details and reviews, and reviews (v2 in black, v3 in red) that call ratings. */
export class Bookinfo extends Construct {
  public readonly productpage: MeshService;
  public readonly details: MeshService;
  public readonly reviews: MeshService;
  public readonly ratings: MeshService;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.productpage = this.service('productpage', 'v1');
    this.details = this.service('details', 'v1');
    this.reviews = this.service('reviews', 'v1', 'v2', 'v3');
    this.ratings = this.service('ratings', 'v1');
  }

  /** All four. */
  public get services(): MeshService[] {
    return [this.productpage, this.details, this.reviews, this.ratings];
  }

  private service(name: string, ...versions: string[]): MeshService {
    const programs = versions.map((version) => [version, this.program(name, version)] as const);
    return MeshService.of(serviceOf(this, name, { name: 'http', port: PORT }), {
      versions: Object.fromEntries(programs),
      serviceAccount: `bookinfo-${name}`,
    });
  }

  private program(name: string, version: string): Program {
    return new Program(this, `${name}-${version}`, {
      image: `registry.istio.io/release/examples-bookinfo-${name}-${version}:1.20.3`,
      ports: [PORT],
      env: name === 'reviews' ? { LOG_DIR: '/tmp/logs' } : {},
    });
  }
}
