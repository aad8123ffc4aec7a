import {
  ApiObject,
  App,
  ImplicitTokenResolver,
  LazyResolver,
  NumberStringUnionResolver,
  type JsonPatch,
} from 'cdk8s';
import type { Construct } from 'constructs';
import { apiVersionOf, kindOf, type Manifest } from '../render/manifest';
import { apiFields } from './api-names';

/** `lib/manifest` reads it, by this name: the two know each other as little as any other reader of cdk8s apps. */
const AUTHORS = Symbol.for('cdk8s-mesh.authors');

/**
 * An object of plain data. cdk8s looks for tokens in every part of an object before it writes it, and copies it twice on
 * the way; there are none in ours, so that one copy will do. (Neither is it one of the generated classes: these rename
 * fields after patches were applied, and leave out what they do not know by the name in TypeScript.)
 */
export class PlainObject extends ApiObject {
  private patched = false;

  public constructor(
    scope: Construct,
    id: string,
    private readonly manifest: Manifest,
    private readonly authors: () => readonly string[],
  ) {
    const { name, namespace, labels, annotations, spec } = manifest;
    super(scope, id, {
      apiVersion: apiVersionOf(manifest),
      kind: kindOf(manifest),
      metadata: { name, namespace, labels, annotations },
      // For the long way, with patches and resolvers.
      ...(spec && {
        get spec() {
          return apiFields(spec);
        },
      }),
    });
  }

  /** For tools that say where something comes from: the object itself lies below a construct of ours. */
  public get [AUTHORS](): readonly string[] {
    return this.authors();
  }

  public override addJsonPatch(...operations: JsonPatch[]): void {
    this.patched ||= operations.length > 0;
    super.addJsonPatch(...operations);
  }

  public override toJson(): unknown {
    if (this.patched || process.env.CDK8S_DISABLE_SORT || seesValues(App.of(this))) return super.toJson();
    const { apiVersion, kind } = this;
    const { spec } = this.manifest;
    return {
      apiVersion,
      kind,
      metadata: apiFields(this.metadata.toJson()),
      ...(spec && { spec: apiFields(spec) }),
    };
  }
}

/** Whether resolvers of the user's have a say in what is written. */
function seesValues({ resolvers }: App): boolean {
  return resolvers.some((resolver) => !OWN.some((own) => resolver instanceof own));
}

const OWN = [LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver];
