import type { Construct } from 'constructs';
import type { Setting } from '../model/settings';
import { authorOf } from '../synthesis/author';
import { Registry } from '../synthesis/registry';
import type { MeshHost } from './mesh-host';

/** Declares how callers treat a host, or one of its versions, whatever the request. */
export function declareSetting(
  by: Construct,
  host: MeshHost,
  version: string | undefined,
  said: Setting['said'],
): void {
  const setting = {
    author: authorOf(by),
    ...(version !== undefined && { version: host._checkVersion(version) }),
    said,
  };
  Registry.of(by).declare('settings', by, { host: host._key, said: setting });
}
