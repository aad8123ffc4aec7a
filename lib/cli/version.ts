import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The compiled program lies deeper than its source, so the folders above are asked. */
export function versionOfPackage(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    try {
      const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        name?: string;
        version?: string;
      };
      if (name === 'cdk8s-mesh' && version !== undefined) return version;
    } catch {
      if (folder === dirname(folder)) return 'unknown';
    }
  }
}
