/**
 * The checks as a validation plugin of cdk8s-cli, whose report they become a part of. In `cdk8s.yaml`:
 *
 *     validations:
 *       - package: ./node_modules/cdk8s-mesh
 *         version: 0.1.0
 *         class: MeshValidation
 *         properties:
 *           failOn: warning
 *
 * It reads what was written, so that it sees what `Checks` does, and knows no constructs but by the names of objects.
 * @see https://github.com/cdk8s-team/cdk8s-cli/blob/2.x/src/plugins/validation.ts
 */
export class MeshValidation {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- jsii has no unknown
  private readonly properties: { [name: string]: any };

  /**
   * cdk8s-cli creates it.
   * @param properties `failOn` (`error`, `warning` or `never`), `only` and `skip` (lists of rules), `known` (an object with
   * `hosts`, `gateways`, `namespaces`, `serviceAccounts`), `meshConfig` (an object), `channel` (`standard` or
   * `experimental`)
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- jsii has no unknown
  constructor(properties: { [name: string]: any } = {}) {
    this.properties = properties;
  }

  /**
   * cdk8s-cli calls it.
   * @param context its `ValidationContext`: the manifests, and the report to write to
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a type of theirs, which is no part of this API
  public async validate(context: any): Promise<void> {
    const { validateFiles } = await import('./validate-files');
    validateFiles(context as Parameters<typeof validateFiles>[0], this.properties);
  }
}
