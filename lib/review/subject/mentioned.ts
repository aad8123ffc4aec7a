import { namespaceOf } from '../../manifest/catalog';
import type { Document } from '../../manifest/document';
import { fieldsList, fieldsOf, textOf, textsOf } from '../../manifest/fields';

/** The identities that an AuthorizationPolicy names, as namespace and service account. */
export function identitiesIn(policy: Document): readonly (readonly [namespace: string, account: string])[] {
  return fieldsList(fieldsOf(policy.object.spec).rules).flatMap((rule) => {
    const sources = fieldsList(rule.from).map(({ source }) => fieldsOf(source));
    const asked = (...keys: string[]): string[] => [
      ...sources.flatMap((source) => keys.flatMap((key) => textsOf(source[key]))),
      ...fieldsList(rule.when)
        .filter(({ key }) => textOf(key) === `source.${keys[0]!.replace(/s$/, '')}`)
        .flatMap(({ values, notValues }) => [...textsOf(values), ...textsOf(notValues)]),
    ];
    return [
      ...asked('principals', 'notPrincipals').flatMap((text) => {
        const [, namespace, account] = /\/ns\/([^/*]+)\/sa\/([^/*]+)$/.exec(text) ?? [];
        return namespace !== undefined && account !== undefined ? [[namespace, account] as const] : [];
      }),
      ...asked('serviceAccounts', 'notServiceAccounts').map((text) => {
        const [account, namespace] = text.split('/').reverse();
        return [namespace ?? namespaceOf(policy), account!] as const;
      }),
    ];
  });
}
